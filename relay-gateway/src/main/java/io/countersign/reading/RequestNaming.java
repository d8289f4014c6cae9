package io.countersign.reading;

import io.countersign.domain.id.IntentDigest;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.request.Endpoint;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;

/**
 * Names a request by what it means: API key, method, path and parameters, without the signature and without their places. So a
 * moved cut between query and body, another order or another encoding of the signature is the same request.
 */
public final class RequestNaming {

    /** Keeps these hashes apart from every other use of SHA-256. */
    private static final String REQUEST = "countersign/request-id/v1";

    private static final String INTENT = "countersign/intent/v1";
    private static final Set<String> NOT_ASKED_FOR = Set.of(Parameter.SIGNATURE, Parameter.TIMESTAMP);

    private static final int ID_OCTETS = 16;

    private RequestNaming() {}

    /** The id of an understood request. */
    public static RequestId name(Reading.Understood request) {
        MessageDigest digest = sha256();
        update(digest, REQUEST);
        update(digest, request.wire().apiKey());
        update(digest, request, Set.of(Parameter.SIGNATURE));
        return RequestId.of(Arrays.copyOf(digest.digest(), ID_OCTETS));
    }

    /** What an understood request asks for, whenever and with whatever key it is signed. */
    public static IntentDigest intent(Reading.Understood request) {
        MessageDigest digest = sha256();
        update(digest, INTENT);
        update(digest, request, NOT_ASKED_FOR);
        return IntentDigest.of(digest.digest());
    }

    private static void update(MessageDigest digest, Reading.Understood request, Set<String> without) {
        Endpoint endpoint = request.endpoint().endpoint();
        update(digest, endpoint.method());
        update(digest, endpoint.path());
        request.parameters().stream()
                .filter(parameter -> !without.contains(parameter.name()))
                .sorted(Comparator.comparing(Parameter::name))
                .forEach(parameter -> {
                    update(digest, parameter.name());
                    update(digest, parameter.value());
                });
    }

    /** With the length first, so that no two lists of fields give the same octets. */
    private static void update(MessageDigest digest, String field) {
        byte[] octets = field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(octets.length).flip());
        digest.update(octets);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
