package io.countersign.engine;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive until the streams client died, which only a new process mends. */
@Liveness
@Singleton
public final class EngineLiveness implements HealthCheck {

    private final Engine engine;

    public EngineLiveness(Engine engine) {
        this.engine = engine;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("streams-client")
                .status(!engine.failed())
                .build();
    }
}
