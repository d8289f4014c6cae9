package io.countersign.sandbox;

import io.countersign.sandbox.process.ProcessRef;
import io.countersign.sandbox.settings.Progress;
import io.countersign.sandbox.settings.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Ends processes against the order of their start: SIGTERM, then SIGKILL after a deadline. */
final class Shutdown {
    /** The gateway answers whoever waits, and the relay waits for what it has sent, each with a bound. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private static final Duration AFTER_KILL = Duration.ofSeconds(5);

    /** Who writes goes before who is written to; within a line the order does not matter. */
    private static final List<List<Role>> ORDER = List.of(
            List.of(Role.GATEWAY),
            Role.RELAYS,
            List.of(Role.ENGINE, Role.ENGINE_2, Role.STAND_IN, Role.ISSUER),
            List.of(Role.REGISTRY, Role.BROKER, Role.BROKER_2, Role.BROKER_3));

    private final Progress progress;

    Shutdown(Progress progress) {
        this.progress = progress;
    }

    void end(Map<Role, ProcessRef> processes) throws InterruptedException {
        for (List<Role> stage : ORDER) {
            List<Map.Entry<Role, ProcessRef>> ending = processes.entrySet().stream()
                    .filter(each -> stage.contains(each.getKey()))
                    .toList();
            ending.forEach(each -> each.getValue().terminate());
            for (Map.Entry<Role, ProcessRef> each : ending) {
                await(each.getKey(), each.getValue());
            }
        }
    }

    private void await(Role role, ProcessRef process) throws InterruptedException {
        if (process.awaitEnd(PATIENCE)) {
            progress.report(role.label() + " ended");
            return;
        }
        process.kill();
        boolean gone = process.awaitEnd(AFTER_KILL);
        progress.report(
                role.label() + (gone ? " did not end within " + PATIENCE.toSeconds() + " s: killed" : " will not die"));
    }
}
