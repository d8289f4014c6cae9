package io.countersign.sandbox.keys;

import java.nio.file.Path;

/** The sandbox's key files, each for one process and one purpose. */
public enum KeyFile {
    RELAY_SEAL_PRIVATE("relay-seal.private.json"),
    RELAY_SEAL_PUBLIC("relay-seal.public.json"),
    GATEWAY_ANSWER_PRIVATE("gateway-answer.private.json"),
    GATEWAY_ANSWER_PUBLIC("gateway-answer.public.json"),
    ENGINE_SIGN_PRIVATE("engine-sign.private.json"),
    ENGINE_SIGN_PUBLIC("engine-sign.public.json"),
    DATA_KEY_WRAPPING("data-key-wrapping.json"),
    ENGINE_QUERY_TOKEN("engine-query.token"),
    GATEWAY_FINGERPRINT("gateway-fingerprint.json"),
    TOKEN_ISSUER_PRIVATE("token-issuer.private.jwk.json"),
    TOKEN_ISSUER_JWKS("token-issuer.jwks.json");

    private final String fileName;

    KeyFile(String fileName) {
        this.fileName = fileName;
    }

    public String fileName() {
        return fileName;
    }

    public Path in(Path directory) {
        return directory.resolve(fileName);
    }
}
