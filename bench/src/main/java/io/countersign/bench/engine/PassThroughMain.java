package io.countersign.bench.engine;

import io.countersign.engine.EngineConfig;
import io.countersign.engine.StreamsSettings;
import io.countersign.engine.store.StoreMemory;
import io.countersign.wire.settings.KafkaConfig;
import io.countersign.wire.settings.Settings;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** A pass-through as a process of its own, with every setting of the engine's. */
public final class PassThroughMain {

    private PassThroughMain() {}

    /**
     * Arguments: topics of requests, journal and decisions; octets of an account's state; journal entries for each request; octets of an
     * entry; octets of a decision.
     */
    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.SEVERE);
        EngineConfig engine = Settings.load(EngineConfig.class, EngineConfig.PREFIX);
        Properties settings = StreamsSettings.of(engine, Settings.load(KafkaConfig.class, KafkaConfig.PREFIX));
        StreamsSettings.addStores(settings, new StoreMemory(engine.storeMemoryMib(), engine.writeBuffersMib()));
        PassThrough sizes = new PassThrough(
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]),
                Integer.parseInt(arguments[5]),
                Integer.parseInt(arguments[6]));
        KafkaStreams streams = new KafkaStreams(sizes.topology(arguments[0], arguments[1], arguments[2]), settings);
        streams.setUncaughtExceptionHandler(failure -> {
            System.err.println("pass-through: " + failure);
            return StreamThreadExceptionResponse.SHUTDOWN_APPLICATION;
        });
        Runtime.getRuntime().addShutdownHook(new Thread(streams::close));
        streams.start();
    }
}
