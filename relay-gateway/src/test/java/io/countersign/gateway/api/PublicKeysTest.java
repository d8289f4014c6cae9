package io.countersign.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.gateway.answer.ProblemException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeysTest {

    @Test
    void pemAndBase64AreTheSameKey() throws Exception {
        byte[] key = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPublic()
                .getEncoded();
        String base64 = Base64.getEncoder().encodeToString(key);
        String pem = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n".formatted(base64);

        assertThat(PublicKeys.canonical(base64)).isEqualTo(base64);
        assertThat(PublicKeys.canonical(pem)).isEqualTo(base64);
    }

    @Test
    void anRsaKeyHasTheBitsThatBinanceTakes() throws Exception {
        assertThat(PublicKeys.canonical(rsa(2048))).isNotEmpty();
        assertThatThrownBy(() -> PublicKeys.canonical(rsa(1024))).isInstanceOf(ProblemException.class);
    }

    @Test
    void aKeyOfAnotherKindIsRefused() throws Exception {
        String elliptic = Base64.getEncoder()
                .encodeToString(KeyPairGenerator.getInstance("EC")
                        .generateKeyPair()
                        .getPublic()
                        .getEncoded());

        assertThatThrownBy(() -> PublicKeys.canonical(elliptic)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64!", "-----BEGIN PUBLIC KEY-----", "-----BEGIN PRIVATE KEY-----"})
    void whatIsNoKeyIsRefused(String text) {
        assertThatThrownBy(() -> PublicKeys.canonical(text)).isInstanceOf(ProblemException.class);
    }

    private static String rsa(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
    }
}
