package io.countersign.gateway;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the gateway has read everything that was on the log; always ready where the role is off. */
@Readiness
public class GatewayReadiness implements HealthCheck {

    private final GatewayRole role;

    public GatewayReadiness(GatewayRole role) {
        this.role = role;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("gateway")
                .status(!role.isOn() || role.isReady())
                .build();
    }
}
