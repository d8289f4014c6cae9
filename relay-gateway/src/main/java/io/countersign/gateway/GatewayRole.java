package io.countersign.gateway;

import io.countersign.gateway.config.BinanceClock;
import io.countersign.gateway.config.EngineSettings;
import io.countersign.gateway.config.GatewayConfig;
import io.countersign.gateway.config.GatewayKeys;
import io.countersign.gateway.config.StartChecks;
import io.countersign.gateway.identity.Callers;
import io.countersign.role.Role;
import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.keys.NativeCode;
import io.countersign.wire.settings.KafkaConfig;
import io.countersign.wire.settings.RegistryConfig;
import io.countersign.wire.settings.Settings;
import io.countersign.wire.topic.TopicCheck;
import io.countersign.wire.topic.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Switches the gateway on when {@code countersign.roles} names it, and stops the process in one line when it cannot start. */
@Singleton
public class GatewayRole {

    private static final Logger LOG = Logger.getLogger(GatewayRole.class);

    private final Config config;
    private final Provider<Callers> callers;
    private volatile @Nullable Gateway gateway;
    private @Nullable RegistryFraming framing;

    public GatewayRole(Config config, Provider<Callers> callers) {
        this.config = config;
        this.callers = callers;
    }

    /** Whether this process is a gateway. */
    public boolean isOn() {
        return Role.GATEWAY.isOn(config);
    }

    /** The running gateway; empty while it starts. */
    public Optional<Gateway> gateway() {
        return Optional.ofNullable(gateway);
    }

    /** Whether the gateway may be asked. */
    public boolean isReady() {
        Gateway running = gateway;
        return running != null && running.isReady();
    }

    void start(@Observes StartupEvent event) {
        Role.GATEWAY.start(() -> {
            if (isOn()) {
                startGateway();
            }
        });
    }

    private void startGateway() {
        GatewayConfig settings = Settings.load(GatewayConfig.class, GatewayConfig.PREFIX);
        KafkaConfig kafka = Settings.load(KafkaConfig.class, KafkaConfig.PREFIX);
        RegistryConfig registry = Settings.load(RegistryConfig.class, RegistryConfig.PREFIX);
        StartChecks.requireTokenSettings(config);
        StartChecks.requireMargin(settings);
        GatewayKeys keys = GatewayKeys.load(settings);
        BinanceClock.requireAllowed(settings.clock(), isDevelopment());
        Map<String, Integer> partitions = TopicCheck.partitions(
                kafka,
                List.of(
                        Topics.REQUESTS,
                        Topics.CONTROLS,
                        Topics.DECISIONS,
                        Topics.OUTCOMES,
                        Topics.ALERTS,
                        Topics.POLICIES,
                        Topics.HOUSE,
                        Topics.CONNECTIONS,
                        Topics.REFERENCE_DATA));
        RegistryFraming shared = new RegistryFraming(registry.url());
        framing = shared;
        gateway = Gateway.start(new Gateway.Setting(
                settings,
                keys,
                EngineSettings.load(settings.engine()),
                kafka.bootstrapServers(),
                partitions.getOrDefault(Topics.DECISIONS.name(), 1),
                shared,
                callers.get()));
        LOG.infof("gateway started, public-key work by %s", NativeCode.name());
    }

    private boolean isDevelopment() {
        return config.getOptionalValue("countersign.development", Boolean.class).orElse(false);
    }

    void stop(@Observes ShutdownEvent event) {
        Gateway running = gateway;
        if (running != null) {
            running.close();
        }
        RegistryFraming shared = framing;
        if (shared != null) {
            shared.close();
        }
    }
}
