package io.countersign.sandbox.settings;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What to start, where: the project that was built, the directory for data, the ports, the roles.
 *
 * @param startsFast code is compiled once and soon: for processes that live too short to earn what the optimising compiler takes
 * @param clock milliseconds since 1970 at which Binance's clock stands still
 */
public record SandboxSettings(
        Path home,
        SandboxFiles files,
        Ports ports,
        Set<Role> roles,
        Map<Role, List<String>> jvmOptions,
        boolean startsFast,
        OptionalLong clock,
        Progress progress) {
    /** The system property by which the launcher and the build name the project's root. */
    public static final String HOME_PROPERTY = "countersign.home";

    private static final String DIRECTORY = ".sandbox";
    private static final Set<Role> ONE_OF_EACH =
            EnumSet.of(Role.BROKER, Role.REGISTRY, Role.STAND_IN, Role.ISSUER, Role.ENGINE, Role.GATEWAY);

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
                ONE_OF_EACH,
                Map.of(),
                false,
                OptionalLong.empty(),
                Progress.SILENT);
    }

    /** The system as a sandbox that runs describes itself. */
    public static SandboxSettings of(SandboxFiles files, String home, int portOffset) {
        return new SandboxSettings(
                Path.of(home),
                files,
                new Ports(portOffset),
                ONE_OF_EACH,
                Map.of(),
                false,
                OptionalLong.empty(),
                Progress.SILENT);
    }

    public SandboxSettings in(Path directory) {
        return new SandboxSettings(
                home, new SandboxFiles(directory), ports, roles, jvmOptions, startsFast, clock, progress);
    }

    public SandboxSettings on(Ports otherPorts) {
        return new SandboxSettings(home, files, otherPorts, roles, jvmOptions, startsFast, clock, progress);
    }

    public SandboxSettings only(Role... wanted) {
        return new SandboxSettings(home, files, ports, Set.of(wanted), jvmOptions, startsFast, clock, progress);
    }

    /** One broker, or a cluster of three that keeps every record three times. */
    public SandboxSettings withBrokers(int brokers) {
        if (brokers != 1 && brokers != Role.BROKERS.size()) {
            throw new SandboxException("a sandbox has 1 broker or 3, not " + brokers);
        }
        return with(Role.BROKERS, brokers);
    }

    /** One engine, or two of one group. */
    public SandboxSettings withEngines(int engines) {
        if (engines != 1 && engines != 2) {
            throw new SandboxException("a sandbox has 1 engine or 2, not " + engines);
        }
        return with(Role.ENGINES, engines);
    }

    /** One relay or two of one group, each a process; with 0 the gateway's process is the relay too. */
    public SandboxSettings withRelays(int relays) {
        if (relays < 0 || relays > Role.RELAYS.size()) {
            throw new SandboxException("a sandbox has 0, 1 or 2 relays of their own, not " + relays);
        }
        return with(Role.RELAYS, relays);
    }

    /** How many brokers there are. */
    public int brokers() {
        return (int) Role.BROKERS.stream().filter(roles::contains).count();
    }

    private SandboxSettings with(List<Role> kind, int wanted) {
        Set<Role> changed = EnumSet.copyOf(roles);
        kind.forEach(changed::remove);
        changed.addAll(kind.subList(0, wanted));
        return new SandboxSettings(home, files, ports, changed, jvmOptions, startsFast, clock, progress);
    }

    /** Adds options of the JVM, such as {@code -Dkey=value}, to one role; the last one of a key wins. */
    public SandboxSettings withJvmOptions(Role role, String... options) {
        Map<Role, List<String>> extended = new EnumMap<>(Role.class);
        extended.putAll(jvmOptions);
        extended.merge(role, List.of(options), (first, more) -> Stream.concat(first.stream(), more.stream())
                .toList());
        return new SandboxSettings(home, files, ports, roles, extended, startsFast, clock, progress);
    }

    /** Every process is ready sooner, and slower for long. */
    public SandboxSettings startingFast() {
        return new SandboxSettings(home, files, ports, roles, jvmOptions, true, clock, progress);
    }

    /** Lets Binance's clock stand still at {@code millis} since 1970, for requests that were signed another day. */
    public SandboxSettings withClock(long millis) {
        return new SandboxSettings(
                home, files, ports, roles, jvmOptions, startsFast, OptionalLong.of(millis), progress);
    }

    public SandboxSettings reportingTo(Progress listener) {
        return new SandboxSettings(home, files, ports, roles, jvmOptions, startsFast, clock, listener);
    }
}
