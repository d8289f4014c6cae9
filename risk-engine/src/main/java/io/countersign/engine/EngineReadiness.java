package io.countersign.engine;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the stores are restored and decisions are made. */
@Readiness
@Singleton
public final class EngineReadiness implements HealthCheck {

    private final Engine engine;

    public EngineReadiness(Engine engine) {
        this.engine = engine;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("engine").status(engine.isReady()).build();
    }
}
