package io.countersign.gateway;

import io.countersign.gateway.gate.Gatekeeper;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the gateway has read everything that was on the log and its gate stands; always ready where the role is off. */
@Readiness
public class GatewayReadiness implements HealthCheck {

    private final GatewayRole role;
    private final Gatekeeper gatekeeper;

    public GatewayReadiness(GatewayRole role, Gatekeeper gatekeeper) {
        this.role = role;
        this.gatekeeper = gatekeeper;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("gateway")
                .status(!role.isOn() || (role.isReady() && gatekeeper.isPosted()))
                .build();
    }
}
