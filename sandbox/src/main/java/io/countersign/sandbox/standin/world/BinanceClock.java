package io.countersign.sandbox.standin.world;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The stand-in's idea of the time, which may drift from the machine's or stand still. */
public final class BinanceClock {

    /** How the clock runs. */
    public sealed interface Setting {}

    /** With the machine's clock, so many milliseconds ahead of it. */
    public record Offset(long millis) implements Setting {}

    /** Not at all. */
    public record Fixed(long millis) implements Setting {}

    private volatile Setting setting = new Offset(0);

    public void set(Setting next) {
        setting = next;
    }

    public long micros() {
        return switch (setting) {
            case Offset offset -> machineMicros() + offset.millis() * 1_000;
            case Fixed fixed -> fixed.millis() * 1_000;
        };
    }

    /** A machine instant on this clock, for what arrived a little earlier. */
    public long microsAt(long machineMicros) {
        return switch (setting) {
            case Offset offset -> machineMicros + offset.millis() * 1_000;
            case Fixed fixed -> fixed.millis() * 1_000;
        };
    }

    public long millis() {
        return micros() / 1_000;
    }

    public static long machineMicros() {
        Instant now = Instant.now();
        return TimeUnit.SECONDS.toMicros(now.getEpochSecond()) + now.getNano() / 1_000;
    }
}
