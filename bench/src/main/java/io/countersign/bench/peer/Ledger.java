package io.countersign.bench.peer;

import io.countersign.domain.account.OutcomeClass;
import io.countersign.wire.message.Octets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The limits, in PostgreSQL. A decision is one transaction that holds the account's row from the first look to the commit, so that the
 * requests of an account are decided one after the other, by however many peers; what is approved is durable before it is sent.
 */
final class Ledger {

    private static final String LOCK = """
            SELECT p.*, a.frozen,
                EXISTS (SELECT FROM connections c WHERE c.key_hash = ? AND c.account = a.id) AS bound,
                EXISTS (SELECT FROM addresses d
                    WHERE d.account = a.id AND d.destination = ? AND d.usable_from <= now()) AS booked
            FROM accounts a CROSS JOIN policy p
            WHERE a.id = ?
            FOR UPDATE OF a""";

    /** A statement of its own, after the lock: it sees what whoever held the lock before has committed. */
    private static final String SPENT = """
            SELECT coalesce(sum(amount) FILTER (WHERE decided_at >= date_trunc('day', now(), 'UTC')), 0) AS today,
                coalesce(sum(amount) FILTER (WHERE decided_at > now() - interval '24 hours'), 0) AS last_24h,
                coalesce(sum(amount) FILTER (WHERE decided_at > now() - interval '7 days'), 0) AS last_7d,
                coalesce(sum(amount), 0) AS last_30d,
                count(*) FILTER (WHERE decided_at > now() - interval '1 hour') AS count_1h,
                count(*) FILTER (WHERE decided_at > now() - interval '24 hours') AS count_24h
            FROM requests
            WHERE account = ? AND counts AND decided_at > now() - interval '30 days'""";

    private static final String DECIDE = """
            INSERT INTO requests (id, account, order_id, destination, amount, reason, counts)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";

    private static final String KNOWN = "SELECT reason, outcome, status, answer FROM requests WHERE id = ?";

    private static final String SETTLE = """
            UPDATE requests SET outcome = ?, status = ?, answer = ?, counts = ?, settled_at = now()
            WHERE id = ? AND outcome IS NULL""";

    private static final String GIVE_UP =
            "UPDATE requests SET outcome = 'UNKNOWN', settled_at = now() WHERE reason IS NULL AND outcome IS NULL";

    private final DataSource database;

    /** Connections of {@code database} do not commit by themselves. */
    Ledger(DataSource database) {
        this.database = database;
    }

    /** Whatever an earlier peer may have sent and not told: nobody knows, and it stays counted. */
    void giveUpTheUntold() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(GIVE_UP)) {
            statement.executeUpdate();
            connection.commit();
        }
    }

    /** Decides once; the same request again is told what is known of it. */
    Ruling decide(Withdrawal withdrawal) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Optional<Standing> standing = lock(connection, withdrawal);
            if (standing.isEmpty()) {
                connection.rollback();
                return new Ruling.Refused("this account is not known here");
            }
            String reason = standing.get().objection(withdrawal.amount(), spent(connection, withdrawal));
            if (insert(connection, withdrawal, reason)) {
                connection.commit();
                return reason == null ? new Ruling.Approved() : new Ruling.Refused(reason);
            }
            Ruling known = known(connection, withdrawal);
            connection.rollback();
            return known;
        }
    }

    /** What became of an approved request: a second transaction. What was not executed no longer counts. */
    void settle(Withdrawal withdrawal, OutcomeClass outcome, int status, @Nullable Octets answer) throws SQLException {
        boolean counts =
                switch (outcome) {
                    case DONE, UNKNOWN -> true;
                    case REFUSED, EXPIRED -> false;
                };
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SETTLE)) {
            statement.setString(1, outcome.name());
            statement.setInt(2, status);
            statement.setBytes(3, answer == null ? null : answer.toBytes());
            statement.setBoolean(4, counts);
            statement.setBytes(5, withdrawal.id().octets());
            statement.executeUpdate();
            connection.commit();
        }
    }

    /** The public key of an account's connection; empty when the API key is not bound to it. */
    Optional<Octets> publicKey(String account, Octets keyHash) throws SQLException {
        String query = "SELECT public_key FROM connections WHERE key_hash = ? AND account = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setBytes(1, keyHash.toBytes());
            statement.setString(2, account);
            ResultSet row = statement.executeQuery();
            Optional<Octets> key = row.next() ? Optional.of(Octets.of(row.getBytes(1))) : Optional.empty();
            connection.rollback();
            return key;
        }
    }

    private static Optional<Standing> lock(Connection connection, Withdrawal withdrawal) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setBytes(1, withdrawal.keyHash().toBytes());
            statement.setString(2, withdrawal.destination());
            statement.setString(3, withdrawal.account());
            ResultSet row = statement.executeQuery();
            return row.next() ? Optional.of(Standing.of(row)) : Optional.empty();
        }
    }

    private static Standing.Spent spent(Connection connection, Withdrawal withdrawal) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SPENT)) {
            statement.setString(1, withdrawal.account());
            ResultSet row = statement.executeQuery();
            if (!row.next()) {
                throw new SQLException("an aggregate has one row");
            }
            return Standing.Spent.of(row);
        }
    }

    private static boolean insert(Connection connection, Withdrawal withdrawal, @Nullable String reason)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DECIDE)) {
            statement.setBytes(1, withdrawal.id().octets());
            statement.setString(2, withdrawal.account());
            statement.setString(3, withdrawal.orderId());
            statement.setString(4, withdrawal.destination());
            statement.setBigDecimal(5, withdrawal.amount());
            statement.setString(6, reason);
            statement.setBoolean(7, reason == null);
            return statement.executeUpdate() == 1;
        }
    }

    private static Ruling known(Connection connection, Withdrawal withdrawal) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
            statement.setBytes(1, withdrawal.id().octets());
            ResultSet row = statement.executeQuery();
            if (!row.next()) {
                return new Ruling.Refused("withdrawOrderId: this account has used it before");
            }
            String outcome = row.getString("outcome");
            byte[] answer = row.getBytes("answer");
            return new Ruling.Known(
                    row.getString("reason"),
                    outcome == null ? null : OutcomeClass.valueOf(outcome),
                    answer == null ? null : new PeerAnswer(row.getInt("status"), Octets.of(answer)));
        }
    }
}
