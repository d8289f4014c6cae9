package io.countersign.sandbox.e2e;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for secrets in octets, in each of their usual forms: as they are, percent-encoded, in UTF-16, in hexadecimal, and in
 * base64 at each of the three places where it can begin. One pass finds all, by the eight characters with which each begins.
 */
final class SecretSearch {
    private static final int PREFIX = 8;

    private final Map<Long, Set<Form>> forms = new HashMap<>();

    /** By the first two octets of a prefix: most of a disk is zeros, and is passed over quickly. */
    private final BitSet beginnings = new BitSet(1 << Short.SIZE);

    private final Set<String> places = new TreeSet<>();

    /** One way in which a secret may stand there. */
    private record Form(String kind, String text) {}

    /** By secret, what it is. */
    SecretSearch(Map<String, String> secrets) {
        secrets.forEach((secret, kind) -> formsOf(secret).forEach(form -> {
            if (form.length() >= PREFIX) {
                forms.computeIfAbsent(prefix(form), key -> new LinkedHashSet<>())
                        .add(new Form(kind, form));
                beginnings.set(beginning(prefix(form)));
            }
        }));
    }

    /** Every place in which something was found. */
    List<String> places() {
        return List.copyOf(places);
    }

    void in(String place, byte @Nullable [] octets) {
        if (octets == null || octets.length < PREFIX) {
            return;
        }
        long window = 0;
        for (int i = 0; i < octets.length; i++) {
            window = window << Byte.SIZE | (octets[i] & 0xff);
            if (i < PREFIX - 1 || !beginnings.get(beginning(window))) {
                continue;
            }
            int start = i - PREFIX + 1;
            for (Form form : forms.getOrDefault(window, Set.of())) {
                if (stands(form.text(), octets, start)) {
                    places.add("%s in %s".formatted(form.kind(), place));
                }
            }
        }
    }

    /** Every file under {@code folder}, as it is on the disk; none when there is no such folder. */
    void inFilesOf(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                in(folder.getFileName() + "/" + folder.relativize(file), Files.readAllBytes(file));
            }
        }
    }

    private static boolean stands(String form, byte[] octets, int start) {
        if (octets.length - start < form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            if ((octets[start + i] & 0xff) != form.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static long prefix(String form) {
        long window = 0;
        for (int i = 0; i < PREFIX; i++) {
            window = window << Byte.SIZE | form.charAt(i);
        }
        return window;
    }

    private static int beginning(long prefix) {
        return (int) (prefix >>> (Long.SIZE - Short.SIZE));
    }

    /** Characters stand for octets. */
    private static Set<String> formsOf(String secret) {
        byte[] octets = secret.getBytes(StandardCharsets.UTF_8);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(latin(octets));
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        forms.add(latin(secret.getBytes(StandardCharsets.UTF_16BE)));
        forms.add(latin(secret.getBytes(StandardCharsets.UTF_16LE)));
        String hex = HexFormat.of().formatHex(octets);
        forms.add(hex);
        forms.add(hex.toUpperCase(Locale.ROOT));
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[shift + octets.length];
            System.arraycopy(octets, 0, shifted, shift, octets.length);
            forms.add(inner(Base64.getEncoder().withoutPadding().encodeToString(shifted)));
            forms.add(inner(Base64.getUrlEncoder().withoutPadding().encodeToString(shifted)));
        }
        return forms;
    }

    /** Without what depends on the neighbours. */
    private static String inner(String base64) {
        return base64.substring(4, base64.length() - 4);
    }

    private static String latin(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }
}
