package io.countersign.sandbox.standin.signing;

import io.countersign.sandbox.standin.http.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parameters of a request and the octets that were signed. The query wins over the body. */
public final class Parameters {

    private static final String SIGNATURE = "signature";

    private final Map<String, Optional<String>> values = new LinkedHashMap<>();
    private final Map<String, String> rawValues = new LinkedHashMap<>();
    private final String signed;
    private boolean duplicate;
    private boolean illFormed;

    private Parameters(RawPart query, RawPart body) {
        signed = query.withoutSignature() + body.withoutSignature();
        add(query);
        add(body);
    }

    /** A GET has parameters in its query only; other methods in query, form body or both. */
    public static Parameters of(WireRequest request) {
        boolean readsBody = !request.method().equals("GET") && isForm(request.header("Content-Type"));
        String body = readsBody ? request.body().latin1() : "";
        return new Parameters(RawPart.of(request.query()), RawPart.of(body));
    }

    private static boolean isForm(String contentType) {
        return contentType.isEmpty()
                || contentType.toLowerCase(Locale.ROOT).strip().startsWith("application/x-www-form-urlencoded");
    }

    private void add(RawPart part) {
        Set<String> seen = new HashSet<>();
        for (String pair : part.pairs()) {
            if (!pair.isEmpty()) {
                add(pair, seen);
            }
        }
    }

    private void add(String pair, Set<String> seen) {
        int equals = pair.indexOf('=');
        String rawName = equals < 0 ? pair : pair.substring(0, equals);
        String rawValue = equals < 0 ? "" : pair.substring(equals + 1);
        String name = PercentCoding.decodeForm(rawName).orElse(rawName);
        Optional<String> value = PercentCoding.decodeForm(rawValue);
        duplicate = !seen.add(name) || duplicate;
        illFormed = illFormed || (value.isEmpty() && !name.equals(SIGNATURE));
        values.putIfAbsent(name, value);
        rawValues.putIfAbsent(name, rawValue);
    }

    /** Whether a name stands twice in one place. */
    public boolean duplicated() {
        return duplicate;
    }

    /** Whether a value could not be decoded. */
    public boolean illFormed() {
        return illFormed;
    }

    /** The value, if the parameter was sent and is neither empty nor malformed. */
    public Optional<String> find(String name) {
        return values.getOrDefault(name, Optional.empty()).filter(value -> !value.isEmpty());
    }

    public boolean has(String name) {
        return find(name).isPresent();
    }

    /** Only for a parameter that the endpoint declares mandatory, and so is known to be there. */
    public String text(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("parameter not checked before use: " + name));
    }

    /** The signature, percent-decoded once, its plus signs kept. */
    public Optional<String> signature() {
        return PercentCoding.decode(rawValues.getOrDefault(SIGNATURE, "")).filter(value -> !value.isEmpty());
    }

    /** Raw query, then raw body, nothing in between, both without the signature pair. */
    public byte[] signedOctets() {
        return signed.getBytes(StandardCharsets.ISO_8859_1);
    }
}
