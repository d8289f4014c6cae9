package io.countersign.sandbox;

import io.countersign.sandbox.process.JavaCommand;
import io.countersign.sandbox.process.ProcessDescription;
import io.countersign.sandbox.process.ProcessRef;
import io.countersign.sandbox.settings.Progress;
import io.countersign.sandbox.settings.Role;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.settings.SandboxFiles;
import io.countersign.sandbox.settings.SandboxSettings;
import io.countersign.sandbox.token.TokenIssuer;
import io.countersign.sandbox.token.TokenRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** A running sandbox: real processes that can be asked, hurt and ended. */
public final class Sandbox implements AutoCloseable {
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);

    private SandboxSettings settings;
    private final RunningProcesses processes;
    private final Thread atExit;

    private Sandbox(SandboxSettings settings, RunningProcesses processes) {
        this.settings = settings;
        this.processes = processes;
        this.atExit = new Thread(this::stopAtExit, "sandbox-stop");
    }

    /** Returns when everything is ready. It ends with this JVM, unless {@link #detach} is called. */
    public static Sandbox start(SandboxSettings settings) throws InterruptedException {
        settings.files().create();
        new Artifacts(settings.home()).createClassArchives();
        StartLock lock = StartLock.take(settings.files().lock());
        try {
            if (running(settings.files(), settings.progress()).isPresent()) {
                throw new SandboxException(
                        "a sandbox runs in " + settings.files().root() + " already: end it with bin/countersign stop");
            }
            new Preflight(settings).check();
            PreviousLogs.setAside(settings.files());
            Sandbox sandbox = new Sandbox(settings, new RunningProcesses(settings));
            Runtime.getRuntime().addShutdownHook(sandbox.atExit);
            sandbox.startOrStop();
            return sandbox;
        } finally {
            lock.close();
        }
    }

    /** The sandbox of a directory, if any process of it is alive. */
    public static Optional<Sandbox> running(SandboxFiles files, Progress progress) {
        return new StateFile(files.description())
                .read()
                .map(state -> attach(files, state, progress))
                .filter(sandbox -> sandbox.processes().values().stream().anyMatch(ProcessRef::isAlive));
    }

    private static Sandbox attach(SandboxFiles files, SandboxState state, Progress progress) {
        SandboxSettings settings = SandboxSettings.of(files, state.home(), state.portOffset())
                .only(Arrays.stream(Role.values())
                        .filter(role -> state.processes().containsKey(role.label()))
                        .toArray(Role[]::new))
                .reportingTo(progress);
        return new Sandbox(settings, RunningProcesses.of(settings, state));
    }

    /** Whether the sandbox of a directory was ended on purpose rather than lost. */
    public static boolean wasStopped(SandboxFiles files) {
        return new StateFile(files.description()).read().isEmpty();
    }

    public Addresses addresses() {
        return new Addresses(settings.ports(), settings.roles());
    }

    public SandboxFiles files() {
        return settings.files();
    }

    public Map<Role, ProcessRef> processes() {
        return processes.all();
    }

    /** The process that plays a role at the moment. */
    public ProcessRef process(Role role) {
        return processes.get(role);
    }

    /** Whether the start came to its end and every process since is alive. */
    public boolean isWhole() {
        return processes.isReady() && processes().values().stream().allMatch(ProcessRef::isAlive);
    }

    /** Whether this JVM is ending it at the moment. */
    public boolean isEnding() {
        return processes.isClosed();
    }

    /** Whether the process of a role is alive and says that it is ready. */
    public boolean isReady(Role role) throws InterruptedException {
        ProcessDescription description = new ProcessCatalog(settings).describe(role);
        return processes.get(role).isAlive() && description.readiness().isReady();
    }

    /** For a process beside its own that is to be compared with them. */
    public JavaCommand java(int heapMegabytes) {
        return new ProcessCatalog(settings).java(heapMegabytes);
    }

    /** A bearer token that its gateway accepts. */
    public String token(TokenRequest request) {
        return TokenIssuer.withKeysIn(files().keys(), Clock.systemUTC()).issue(request);
    }

    /** SIGKILL; returns when the process is gone. */
    public void kill(Role role) throws InterruptedException {
        ProcessRef process = processes.get(role);
        process.kill();
        if (!process.awaitEnd(AFTER_KILL)) {
            throw new SandboxException(role.label() + " survived SIGKILL");
        }
    }

    /** SIGSTOP: as if the machine froze. */
    public void pause(Role role) {
        processes.get(role).pause();
    }

    /** SIGCONT. */
    public void resume(Role role) {
        processes.get(role).resume();
    }

    /** Starts a role anew, ending its process first if it is alive; returns when it is ready. */
    public void restart(Role role) throws InterruptedException {
        new Shutdown(settings.progress()).end(Map.of(role, processes.get(role)));
        new Startup(settings, processes).bringUp(role);
    }

    /** Starts a role anew as {@link #restart} does, and leaves it to the caller to see when it is ready. */
    public void relaunch(Role role) throws InterruptedException {
        new Shutdown(settings.progress()).end(Map.of(role, processes.get(role)));
        ProcessRef unused = new Startup(settings, processes).launch(role);
    }

    /** Lets the clocks of Binance and of the gateway stand still at {@code clockMillis}; returns when the gateway is ready anew. */
    public void stopTheClock(long clockMillis) throws InterruptedException {
        settings = settings.withClock(clockMillis);
        new Startup(settings, processes).stopTheClock(clockMillis);
        restart(Role.GATEWAY);
    }

    /** Lets the processes outlive this JVM. */
    public void detach() {
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    /** Ends every process, in order; what they wrote stays. */
    public void stop() throws InterruptedException {
        new Shutdown(settings.progress()).end(processes.close());
        processes.forget();
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startOrStop() throws InterruptedException {
        try {
            new Startup(settings, processes).run();
        } catch (InterruptedException | RuntimeException e) {
            stop();
            throw e;
        }
    }

    private void stopAtExit() {
        if (!processes.all().isEmpty()) {
            close();
        }
    }
}
