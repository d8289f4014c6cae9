package io.countersign.gateway.gate;

import io.countersign.reading.HeadReader;
import io.countersign.reading.Misreading;
import io.countersign.reading.Reading.Refused;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is wrong with a request that is not there whole. */
final class Unfinished {

    /** From a request's first octet to its last. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private Unfinished() {}

    /** Not 408, on which clients send a signed withdrawal again by themselves. */
    static Refused incomplete() {
        return Misreading.INCOMPLETE_REQUEST.because(
                "request: send its head and as many octets of body as content-length says, within %d s"
                        .formatted(PATIENCE.toSeconds()));
    }

    /** Null while it may still become one. */
    static @Nullable Refused refused(ByteBuf held) {
        int octets = held.readableBytes();
        boolean line = held.bytesBefore(Math.min(octets, HeadReader.LONGEST_LINE), (byte) '\n') >= 0;
        if (!line && octets > HeadReader.LONGEST_LINE) {
            return HeadReader.lineTooLong();
        }
        if (octets > HeadReader.LONGEST_HEAD) {
            return HeadReader.tooLong();
        }
        return hasBareLineFeed(held) ? HeadReader.bareLineFeed() : null;
    }

    private static boolean hasBareLineFeed(ByteBuf held) {
        for (int i = held.readerIndex(); i < held.writerIndex(); i++) {
            if (held.getByte(i) == '\n' && (i == held.readerIndex() || held.getByte(i - 1) != '\r')) {
                return true;
            }
        }
        return false;
    }
}
