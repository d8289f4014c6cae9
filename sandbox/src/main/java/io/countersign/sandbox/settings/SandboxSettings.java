package io.countersign.sandbox.settings;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What to start, where: the project that was built, the directory for data, the ports, the roles. */
public record SandboxSettings(
        Path home,
        SandboxFiles files,
        Ports ports,
        Set<Role> roles,
        Map<Role, List<String>> jvmOptions,
        Progress progress) {
    /** The system property by which the launcher and the build name the project's root. */
    public static final String HOME_PROPERTY = "countersign.home";

    private static final String DIRECTORY = ".sandbox";
    private static final Set<Role> WITH_ONE_ENGINE = EnumSet.complementOf(EnumSet.of(Role.ENGINE_2));

    public SandboxSettings {
        home = home.toAbsolutePath().normalize();
        roles = Set.copyOf(roles);
        jvmOptions = Map.copyOf(jvmOptions);
    }

    /** The whole system on its usual ports, under the project's root. */
    public static SandboxSettings defaults() {
        Path home = Path.of(System.getProperty(HOME_PROPERTY, ""));
        return new SandboxSettings(
                home,
                new SandboxFiles(home.resolve(DIRECTORY)),
                new Ports(0),
                WITH_ONE_ENGINE,
                Map.of(),
                Progress.SILENT);
    }

    /** The system as a sandbox that runs describes itself. */
    public static SandboxSettings of(SandboxFiles files, String home, int portOffset) {
        return new SandboxSettings(
                Path.of(home), files, new Ports(portOffset), WITH_ONE_ENGINE, Map.of(), Progress.SILENT);
    }

    public SandboxSettings in(Path directory) {
        return new SandboxSettings(home, new SandboxFiles(directory), ports, roles, jvmOptions, progress);
    }

    public SandboxSettings on(Ports otherPorts) {
        return new SandboxSettings(home, files, otherPorts, roles, jvmOptions, progress);
    }

    public SandboxSettings only(Role... wanted) {
        return new SandboxSettings(home, files, ports, Set.of(wanted), jvmOptions, progress);
    }

    /** One engine, or two of one group. */
    public SandboxSettings withEngines(int engines) {
        if (engines != 1 && engines != 2) {
            throw new SandboxException("a sandbox has 1 engine or 2, not " + engines);
        }
        Set<Role> changed = EnumSet.copyOf(roles);
        changed.remove(Role.ENGINE_2);
        if (engines == 2) {
            changed.add(Role.ENGINE_2);
        }
        return new SandboxSettings(home, files, ports, changed, jvmOptions, progress);
    }

    /** Adds options of the JVM, such as {@code -Dkey=value}, to one role; the last one of a key wins. */
    public SandboxSettings withJvmOptions(Role role, String... options) {
        Map<Role, List<String>> extended = new EnumMap<>(Role.class);
        extended.putAll(jvmOptions);
        extended.put(role, List.of(options));
        return new SandboxSettings(home, files, ports, roles, extended, progress);
    }

    public SandboxSettings reportingTo(Progress listener) {
        return new SandboxSettings(home, files, ports, roles, jvmOptions, listener);
    }
}
