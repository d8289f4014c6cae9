package io.countersign.wire.journal;

import com.google.crypto.tink.Aead;
import io.countersign.domain.id.AccountId;
import io.countersign.wire.codec.UnreadableException;
import io.countersign.wire.keys.Keysets;
import io.countersign.wire.message.Octets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The keyset that data keys are wrapped with, so that whoever reads their topic has none of them. */
public final class WrappingKeys {

    private static final String CONTEXT = "countersign/data-key/v1/";

    private final Aead keys;

    public WrappingKeys(Aead keys) {
        this.keys = keys;
    }

    /**
     * The keyset in {@code file}.
     *
     * @param setting the configuration property that named the file, for the message
     * @throws io.countersign.wire.settings.StartException in one line: which setting, which file, what is wrong
     */
    public static WrappingKeys load(String setting, Path file) {
        return new WrappingKeys(Keysets.primitive(setting, file, Aead.class));
    }

    /** {@code key} as it travels, bound to {@code account}. */
    public Octets wrap(AccountId account, DataKey key) {
        try {
            return Octets.of(keys.encrypt(key.octets(), context(account)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("wrapping failed: the keyset cannot encrypt", e);
        }
    }

    /**
     * What {@link #wrap} wrapped.
     *
     * @throws UnreadableException when it was by another keyset, for another account, or altered
     */
    public DataKey unwrap(AccountId account, Octets wrapped) {
        try {
            return DataKey.of(keys.decrypt(wrapped.toBytes(), context(account)));
        } catch (GeneralSecurityException e) {
            throw new UnreadableException(
                    "the data key of account %s does not unwrap: another keyset, or altered".formatted(account), e);
        }
    }

    private static byte[] context(AccountId account) {
        return (CONTEXT + account.value()).getBytes(StandardCharsets.US_ASCII);
    }
}
