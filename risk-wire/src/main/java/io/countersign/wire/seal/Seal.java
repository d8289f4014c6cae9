package io.countersign.wire.seal;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.RequestId;
import io.countersign.wire.codec.UnreadableException;
import io.countersign.wire.message.Octets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** HPKE with the account and the request in the context. */
final class Seal {

    private Seal() {}

    static Octets close(HybridEncrypt to, Octets content, String purpose, AccountId account, RequestId id) {
        try {
            return Octets.of(to.encrypt(content.toBytes(), context(purpose, account, id)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed: the keyset cannot encrypt", e);
        }
    }

    static Octets open(HybridDecrypt by, Octets sealed, String purpose, AccountId account, RequestId id) {
        try {
            return Octets.of(by.decrypt(sealed.toBytes(), context(purpose, account, id)));
        } catch (GeneralSecurityException e) {
            throw new UnreadableException("the seal does not open: other key, other request, or altered", e);
        }
    }

    /** Neither id can hold a slash, so no two contexts are alike. */
    private static byte[] context(String purpose, AccountId account, RequestId id) {
        return (purpose + "/" + account.value() + "/" + id.value()).getBytes(StandardCharsets.US_ASCII);
    }
}
