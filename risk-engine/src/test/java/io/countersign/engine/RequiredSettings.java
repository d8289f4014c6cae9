package io.countersign.engine;

import java.util.Map;

/** The settings of the engine that have no default, one value each; the files they name need not exist. */
final class RequiredSettings {

    static final Map<String, String> ALL = Map.of(
            "countersign.engine.state-dir", "state",
            "countersign.engine.signing-keys", "keys.json",
            "countersign.engine.wrapping-keys", "wrapping.json",
            "countersign.engine.advertised", "here:1",
            "countersign.engine.query-token", "token");

    private RequiredSettings() {}
}
