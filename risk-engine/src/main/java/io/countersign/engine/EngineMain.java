package io.countersign.engine;

import io.countersign.wire.policy.PolicyException;
import io.countersign.wire.settings.StartException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jboss.logging.Logger;

/** Starts the engine, or says in one line why not and exits with 1. */
@QuarkusMain
public final class EngineMain implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger(EngineMain.class);

    private final Engine engine;

    public EngineMain(Engine engine) {
        this.engine = engine;
    }

    @Override
    public int run(String... args) {
        try {
            engine.start();
        } catch (StartException | PolicyException e) {
            LOG.errorf("cannot start: %s", e.getMessage());
            return 1;
        }
        Quarkus.waitForExit();
        return engine.failed() ? 1 : 0;
    }
}
