package io.countersign.bench.report;

import io.countersign.engine.EngineConfig;
import io.smallrye.config.WithDefault;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;

/** What engine and pass-through are set to unless a plan says otherwise. */
final class EngineDefaults {

    private EngineDefaults() {}

    /** By the name of the method of {@link EngineConfig}. */
    static Map<String, String> describe() {
        Map<String, String> settings = new TreeMap<>();
        for (Method setting : EngineConfig.class.getMethods()) {
            WithDefault usual = setting.getAnnotation(WithDefault.class);
            if (usual != null) {
                settings.put(setting.getName(), usual.value());
            }
        }
        return settings;
    }
}
