package io.countersign.sandbox.process;

import io.countersign.sandbox.settings.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One process for certain: its id and when it started, so that a reused id is never taken for it. */
public record ProcessRef(long pid, Instant started) {
    /** The system derives the instant from its boot time, which a corrected clock moves a little. */
    private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(2);

    private static final long POLL_MILLIS = 25;
    private static final Path PROCESSES = Path.of("/proc");

    /** States of a process, by proc_pid_stat(5). */
    private static final char ZOMBIE = 'Z';

    private static final char DEAD = 'X';

    static ProcessRef of(ProcessHandle handle) {
        return new ProcessRef(handle.pid(), handle.info().startInstant().orElseGet(Instant::now));
    }

    public boolean isAlive() {
        return handle().isPresent();
    }

    /** SIGTERM: the process ends in order. */
    public void terminate() {
        handle().ifPresent(handle -> {
            handle.destroy();
            // A paused process would keep the signal for later.
            signal("CONT");
        });
    }

    /** SIGKILL: the process is gone at once. */
    public void kill() {
        handle().ifPresent(ProcessHandle::destroyForcibly);
    }

    /** SIGSTOP: the process freezes as if the machine had. */
    public void pause() {
        signal("STOP");
    }

    /** SIGCONT: the process goes on. */
    public void resume() {
        signal("CONT");
    }

    /** True if it ended before the deadline. */
    public boolean awaitEnd(Duration patience) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        while (isAlive()) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return true;
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(this::startedWhenThisDid)
                .filter(handle -> !endedAsOf(PROCESSES, pid));
    }

    private boolean startedWhenThisDid(ProcessHandle handle) {
        Instant seen = handle.info().startInstant().orElse(Instant.MAX);
        return !seen.isBefore(started.minus(CLOCK_CORRECTION)) && !seen.isAfter(started.plus(CLOCK_CORRECTION));
    }

    /**
     * Whether the system's own list has it no more, as one that is being taken off, or as one whose parent has not looked yet, which
     * in a container may be never; false where there is no such list.
     */
    static boolean endedAsOf(Path list, long pid) {
        try {
            String line = Files.readString(list.resolve(String.valueOf(pid)).resolve("stat"));
            char state = line.charAt(line.lastIndexOf(')') + 2);
            return state == ZOMBIE || state == DEAD;
        } catch (IOException takenOff) {
            return Files.exists(list);
        }
    }

    private void signal(String name) {
        if (!isAlive()) {
            return;
        }
        try {
            new ProcessBuilder(List.of("kill", "-" + name, String.valueOf(pid)))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new SandboxException("cannot send SIG" + name + " to " + pid, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
