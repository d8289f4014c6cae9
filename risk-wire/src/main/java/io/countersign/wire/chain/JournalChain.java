package io.countersign.wire.chain;

import io.countersign.domain.id.AccountId;
import io.countersign.wire.message.Octets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The hash chain of one account's journal entries. A link is taken over the octets of the Avro body as they stand in the log,
 * so that it holds for every future version of the schema and in an archive whose schema ids differ.
 */
public final class JournalChain {

    private static final byte[] GENESIS = "countersign/journal/v1/".getBytes(StandardCharsets.US_ASCII);

    private JournalChain() {}

    /** What stands before an account's first entry. */
    public static Octets genesis(AccountId account) {
        return Octets.of(Sha256.of(GENESIS, account.value().getBytes(StandardCharsets.US_ASCII)));
    }

    /** What the entry after the record value {@code framed} must name; its first {@code headerLength} octets do not count. */
    public static Octets next(byte[] framed, int headerLength) {
        MessageDigest digest = Sha256.newDigest();
        int body = Math.min(headerLength, framed.length); // who audits meets values that are no entry
        digest.update(framed, body, framed.length - body);
        return Octets.of(digest.digest());
    }
}
