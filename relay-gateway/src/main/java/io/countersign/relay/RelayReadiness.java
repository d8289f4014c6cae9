package io.countersign.relay;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the relay has its share of the decisions and Kafka takes what it tells. */
@Readiness
@Singleton
public class RelayReadiness implements HealthCheck {

    private final RelayRole role;

    public RelayReadiness(RelayRole role) {
        this.role = role;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("relay")
                .status(!role.isOn() || role.isReady())
                .withData("role", role.isOn() ? "on" : "off")
                .build();
    }
}
