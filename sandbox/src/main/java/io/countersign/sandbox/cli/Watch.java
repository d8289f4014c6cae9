package io.countersign.sandbox.cli;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.process.ProcessRef;
import io.countersign.sandbox.settings.Role;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.Set;

/** Says which process has ended while the sandbox is in the foreground. */
final class Watch {
    private static final long INTERVAL_MILLIS = 500;

    private final Sandbox sandbox;
    private final PrintWriter out;
    private final Set<Role> ended = EnumSet.noneOf(Role.class);

    Watch(Sandbox sandbox, PrintWriter out) {
        this.sandbox = sandbox;
        this.out = out;
    }

    /** Returns when no process is left: 0 if the sandbox was stopped, 1 if it died. */
    int untilTheEnd() throws InterruptedException {
        while (ended.size() < sandbox.processes().size()) {
            Thread.sleep(INTERVAL_MILLIS);
            sandbox.processes().forEach(this::look);
        }
        boolean stopped = Sandbox.wasStopped(sandbox.files());
        out.println(stopped ? "The sandbox was stopped." : "Every process has ended.");
        return stopped ? 0 : 1;
    }

    private void look(Role role, ProcessRef process) {
        if (process.isAlive() || !ended.add(role) || sandbox.isEnding()) {
            return;
        }
        out.println(role.label() + " has ended; its log: " + sandbox.files().log(role));
        out.flush();
    }
}
