package io.countersign.sandbox;

import io.countersign.sandbox.keys.KeyFile;
import io.countersign.sandbox.process.ProcessDescription;
import io.countersign.sandbox.process.ProcessRef;
import io.countersign.sandbox.settings.Role;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.settings.SandboxFiles;
import io.countersign.sandbox.settings.SandboxSettings;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which process plays which role at the moment; every change is in sandbox.json before anyone hears of it. */
final class RunningProcesses {
    private final SandboxSettings settings;
    private final StateFile file;
    private final Map<Role, SandboxState.Entry> entries = new EnumMap<>(Role.class);
    private final String startedAt;
    private String state = SandboxState.STARTING;
    private boolean closed;

    RunningProcesses(SandboxSettings settings) {
        this(settings, Instant.now().toString());
    }

    private RunningProcesses(SandboxSettings settings, String startedAt) {
        this.settings = settings;
        this.file = new StateFile(settings.files().description());
        this.startedAt = startedAt;
    }

    /** Those that another process started. */
    static RunningProcesses of(SandboxSettings settings, SandboxState found) {
        RunningProcesses processes = new RunningProcesses(settings, found.started());
        processes.state = found.state();
        for (Role role : Role.values()) {
            SandboxState.Entry entry = found.processes().get(role.label());
            if (entry != null) {
                processes.entries.put(role, entry);
            }
        }
        return processes;
    }

    synchronized void started(ProcessDescription description, ProcessRef process) {
        if (closed) {
            process.kill();
            throw new SandboxException("the sandbox is ending");
        }
        entries.put(
                description.role(),
                new SandboxState.Entry(
                        process.pid(),
                        process.started().toString(),
                        description.log().toString(),
                        description.command()));
        write();
    }

    synchronized void ready() {
        state = SandboxState.READY;
        write();
    }

    synchronized boolean isReady() {
        return state.equals(SandboxState.READY);
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** From here on nothing starts; returns what is left to end. */
    synchronized Map<Role, ProcessRef> close() {
        closed = true;
        return all();
    }

    synchronized void forget() {
        entries.clear();
        file.delete();
    }

    synchronized ProcessRef get(Role role) {
        SandboxState.Entry entry = entries.get(role);
        if (entry == null) {
            throw new SandboxException("no " + role.label() + " in this sandbox");
        }
        return entry.process();
    }

    synchronized Map<Role, ProcessRef> all() {
        Map<Role, ProcessRef> all = new EnumMap<>(Role.class);
        entries.forEach((role, entry) -> all.put(role, entry.process()));
        return all;
    }

    private void write() {
        SandboxFiles files = settings.files();
        Map<String, SandboxState.Entry> processes = new LinkedHashMap<>();
        entries.forEach((role, entry) -> processes.put(role.label(), entry));
        Map<String, String> keys = new LinkedHashMap<>();
        Arrays.stream(KeyFile.values())
                .forEach(key -> keys.put(key.fileName(), key.in(files.keys()).toString()));
        Map<String, String> addresses = new Addresses(settings.ports(), settings.roles()).named();
        file.write(new SandboxState(
                state,
                startedAt,
                settings.home().toString(),
                files.root().toString(),
                settings.ports().offset(),
                addresses,
                settings.ports().named(),
                processes,
                keys));
    }
}
