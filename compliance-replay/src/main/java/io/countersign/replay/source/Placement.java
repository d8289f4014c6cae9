package io.countersign.replay.source;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Which partition an account's entries must stand in: the one of Kafka's own hash of its key, as its requests do. */
public final class Placement {

    private Placement() {}

    /** The partition of {@code account} among {@code partitions}, which are 1 or more. */
    public static int of(String account, int partitions) {
        return Utils.toPositive(Utils.murmur2(account.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
