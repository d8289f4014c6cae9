package io.countersign.bench.peer;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;

/**
 * What a peer is told at its start, in a file, as a password is in it.
 *
 * @param database JDBC URL
 * @param issuerKeys the JWK set that tokens are verified with
 * @param connections to the database at most
 */
record PeerSettings(int port, String database, String password, URI binance, String issuerKeys, int connections) {

    static PeerSettings read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return new PeerSettings(
                Integer.parseInt(value(properties, "port")),
                value(properties, "database"),
                value(properties, "password"),
                URI.create(value(properties, "binance")),
                value(properties, "issuerKeys"),
                Integer.parseInt(value(properties, "connections")));
    }

    void write(Path file) {
        Properties properties = new Properties();
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("database", database);
        properties.setProperty("password", password);
        properties.setProperty("binance", binance.toString());
        properties.setProperty("issuerKeys", issuerKeys);
        properties.setProperty("connections", Integer.toString(connections));
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static String value(Properties properties, String name) {
        return Optional.ofNullable(properties.getProperty(name))
                .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "a peer on port %d with %d connections to %s".formatted(port, connections, database);
    }
}
