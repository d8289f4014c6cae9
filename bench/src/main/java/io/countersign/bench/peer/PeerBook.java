package io.countersign.bench.peer;

import io.countersign.bench.workload.BenchAccount;
import io.countersign.wire.chain.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;

/** Fills a peer's database: its tables, its caps and whom it serves. */
final class PeerBook {

    private static final String SCHEMA = "/io/countersign/bench/peer/schema.sql";

    private final Postgres postgres;

    PeerBook(Postgres postgres) {
        this.postgres = postgres;
    }

    /** Empty tables, and the caps of everybody. */
    void create(PeerCaps caps) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement schema = connection.createStatement();
                PreparedStatement policy =
                        connection.prepareStatement("INSERT INTO policy VALUES (true, ?, ?, ?, ?, ?, ?, ?)")) {
            schema.execute(schema());
            policy.setBigDecimal(1, caps.perTransaction());
            policy.setBigDecimal(2, caps.calendarDay());
            policy.setBigDecimal(3, caps.rolling24h());
            policy.setBigDecimal(4, caps.rolling7d());
            policy.setBigDecimal(5, caps.rolling30d());
            policy.setInt(6, caps.transfers1h());
            policy.setInt(7, caps.transfers24h());
            policy.executeUpdate();
        }
    }

    /** Each with its connection and its one address. */
    void open(List<BenchAccount> added) throws SQLException {
        try (Connection connection = postgres.connect();
                PreparedStatement account = connection.prepareStatement("INSERT INTO accounts (id) VALUES (?)");
                PreparedStatement key = connection.prepareStatement("INSERT INTO connections VALUES (?, ?, ?)");
                PreparedStatement address = connection.prepareStatement("INSERT INTO addresses VALUES (?, ?)")) {
            connection.setAutoCommit(false);
            for (BenchAccount each : added) {
                String name = each.name();
                account.setString(1, name);
                account.addBatch();
                key.setBytes(1, Sha256.of(each.apiKey().getBytes(StandardCharsets.US_ASCII)));
                key.setString(2, name);
                key.setBytes(3, Base64.getDecoder().decode(each.publicKey()));
                key.addBatch();
                address.setString(1, name);
                address.setString(2, each.destination().toString());
                address.addBatch();
            }
            account.executeBatch();
            key.executeBatch();
            address.executeBatch();
            connection.commit();
        }
    }

    private static String schema() {
        try (InputStream file = PeerBook.class.getResourceAsStream(SCHEMA)) {
            if (file == null) {
                throw new IllegalStateException(SCHEMA + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SCHEMA, e);
        }
    }
}
