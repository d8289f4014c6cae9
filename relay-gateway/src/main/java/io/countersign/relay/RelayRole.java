package io.countersign.relay;

import io.countersign.relay.config.RelaySettings;
import io.countersign.relay.telemetry.RelayMetrics;
import io.countersign.role.Role;
import io.countersign.wire.keys.NativeCode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts and stops the relay with the process, when it has that role. */
@Singleton
public class RelayRole {

    private static final Logger LOG = Logger.getLogger(RelayRole.class);

    private final Config config;
    private final MeterRegistry meters;
    private volatile @Nullable Relay relay;

    public RelayRole(Config config, MeterRegistry meters) {
        this.config = config;
        this.meters = meters;
    }

    /** Whether this process relays at all. */
    boolean isOn() {
        return Role.RELAY.isOn(config);
    }

    /** Whether approvals would be sent now. */
    boolean isReady() {
        Relay running = relay;
        return running != null && running.isReady();
    }

    void onStart(@Observes StartupEvent event) {
        Role.RELAY.start(() -> {
            if (isOn()) {
                startRelay();
            }
        });
    }

    private void startRelay() {
        Relay started = new Relay(RelaySettings.load(), new RelayMetrics(meters), () -> Quarkus.asyncExit(1));
        relay = started;
        started.start();
        LOG.infof("relay started, public-key work by %s", NativeCode.name());
    }

    void onStop(@Observes ShutdownEvent event) {
        Relay running = relay;
        if (running != null) {
            running.close();
        }
    }
}
