package io.countersign.sandbox.e2e;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.wire.HttpMessage;
import io.countersign.sandbox.demo.wire.TappedExchange;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.TopicReader;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What nobody may read from Kafka or from a log, and the search for it. */
final class Secrets {
    private static final Pattern SIGNATURE = Pattern.compile("signature=([^&]+)");

    /** Shorter answers, such as an empty list, are no secrets and would be found everywhere. */
    private static final int SHORTEST_ANSWER = 24;

    private final Map<String, String> kinds = new LinkedHashMap<>();

    private Secrets() {}

    /** Keys, tokens, signatures and Binance's answers of everything that a world's clients sent. */
    static Secrets of(DemoWorld world) {
        Secrets secrets = new Secrets();
        for (DemoAccount account : world.accounts()) {
            secrets.kinds.put(account.apiKey(), "an API key");
            secrets.kinds.put(account.token(), "a token");
        }
        for (TappedExchange exchange : world.tap().exchanges()) {
            Matcher signature = SIGNATURE.matcher(
                    exchange.request().target() + "&" + exchange.request().text());
            while (signature.find()) {
                secrets.kinds.put(signature.group(1), "a signature");
                secrets.kinds.put(URLDecoder.decode(signature.group(1), StandardCharsets.UTF_8), "a signature");
            }
            secrets.addAnswer(exchange.answer());
        }
        return secrets;
    }

    private void addAnswer(HttpMessage answer) {
        boolean ownWords = answer.header("Content-Type").orElse("").startsWith("application/problem+json")
                || answer.status() == 202;
        if (!ownWords && answer.body().length() >= SHORTEST_ANSWER) {
            kinds.put(answer.text(), "an answer's body");
        }
    }

    int count() {
        return kinds.size();
    }

    /** Where any of them can be read, in any usual form. */
    List<String> foundIn(Sandbox sandbox) throws IOException {
        List<String> places = new ArrayList<>();
        Map<String, String> forms = new LinkedHashMap<>();
        kinds.forEach((secret, kind) -> forms(secret).forEach(form -> forms.put(form, kind)));
        TopicReader reader = TopicReader.everything(sandbox.addresses().kafka());
        for (String topic : reader.topics()) {
            StringBuilder all = new StringBuilder();
            reader.read(topic).forEach(each -> all.append(text(each)).append('\n'));
            places.addAll(search(topic, all.toString(), forms));
        }
        try (Stream<Path> logs = Files.list(sandbox.files().logs())) {
            for (Path log : logs.toList()) {
                String all = new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1);
                places.addAll(search(log.getFileName().toString(), all, forms));
            }
        }
        return places;
    }

    private static List<String> search(String place, String text, Map<String, String> forms) {
        return forms.entrySet().stream()
                .filter(form -> text.contains(form.getKey()))
                .map(form -> "%s in %s".formatted(form.getValue(), place))
                .distinct()
                .toList();
    }

    private static String text(ConsumerRecord<byte[], byte[]> from) {
        return latin(from.key()) + '\n' + latin(from.value());
    }

    private static String latin(byte @Nullable [] octets) {
        return octets == null ? "" : new String(octets, StandardCharsets.ISO_8859_1);
    }

    /** As it is, in hexadecimal, and in base64 at each of the three places where it can begin. */
    private static Set<String> forms(String secret) {
        byte[] octets = secret.getBytes(StandardCharsets.UTF_8);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(latin(octets));
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
}
