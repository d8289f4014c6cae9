package io.countersign.sandbox;

import io.countersign.sandbox.settings.Role;
import io.countersign.sandbox.settings.SandboxException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the build left under the project's root, for each role to run. */
record Artifacts(Path home) {
    /** The Quarkus application of a role. */
    Path application(Role role) {
        return switch (role) {
            case REGISTRY -> home.resolve("sandbox/target/registry/quarkus-run.jar");
            case ENGINE, ENGINE_2 -> home.resolve("risk-engine/target/quarkus-app/quarkus-run.jar");
            case RELAY, RELAY_2, GATEWAY -> home.resolve("relay-gateway/target/quarkus-app/quarkus-run.jar");
            case BROKER, BROKER_2, BROKER_3, STAND_IN, ISSUER ->
                throw new IllegalArgumentException(role + " is a class of the sandbox");
        };
    }

    /** The sandbox's own classes and libraries, in an order that does not depend on the file system. */
    String classPath() {
        Path target = home.resolve("sandbox/target");
        List<Path> jars = new ArrayList<>(jars(target, "countersign-sandbox-"));
        jars.addAll(jars(target.resolve("lib"), ""));
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * Where a role's process keeps an archive of the classes that it loads. It holds no data and belongs to the jars that it is made of, so
     * every sandbox of this build has the same one: the first that ends writes it, and all later ones start and end sooner.
     */
    Path classArchive(Role role) {
        return classArchives().resolve(role.label() + ".jsa");
    }

    /**
     * Makes room for them. The JVM writes the head of an archive last and takes no other in place of one without: a process that was killed over it
     * left what would keep all later ones from having any.
     */
    void createClassArchives() {
        try {
            Files.createDirectories(classArchives());
            try (Stream<Path> archives = Files.list(classArchives())) {
                for (Path headless : archives.filter(Artifacts::isHeadless).toList()) {
                    Files.deleteIfExists(headless);
                }
            }
        } catch (IOException e) {
            throw new SandboxException("cannot write to " + classArchives() + ": " + e.getMessage(), e);
        }
    }

    private static boolean isHeadless(Path archive) {
        try (InputStream octets = Files.newInputStream(archive)) {
            return Arrays.equals(octets.readNBytes(Integer.BYTES), new byte[Integer.BYTES]);
        } catch (IOException e) {
            return false;
        }
    }

    private Path classArchives() {
        return home.resolve("sandbox/target/class-archives");
    }

    void check(Iterable<Role> roles) {
        for (Role role : roles) {
            boolean own = Role.BROKERS.contains(role) || role == Role.STAND_IN || role == Role.ISSUER;
            Path needed = own ? home.resolve("sandbox/target/lib") : application(role);
            if (!Files.exists(needed)) {
                throw new SandboxException(needed + " is missing: build with mvn -Dquick package");
            }
        }
    }

    private static List<Path> jars(Path directory, String prefix) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
