package io.countersign.gateway.config;

import io.countersign.wire.topic.Topic;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** What must be there before the gateway takes a request; each failure is one line. */
public final class StartChecks {

    private static final String JWT_KEYS = "mp.jwt.verify.publickey.location";

    private StartChecks() {}

    /** Fails when Kafka does not answer within {@code patience} or lacks one of {@code topics}. */
    public static void requireTopics(String bootstrapServers, List<Topic<?>> topics, Duration patience) {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) patience.toMillis(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) patience.toMillis()))) {
            Set<String> existing = admin.listTopics().names().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            for (Topic<?> topic : topics) {
                if (!existing.contains(topic.name())) {
                    throw new StartException("topic %s does not exist at %s".formatted(topic.name(), bootstrapServers));
                }
            }
        } catch (ExecutionException | TimeoutException e) {
            throw unreachable(bootstrapServers);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(bootstrapServers);
        }
    }

    /** Fails when the keys that verify bearer tokens are not configured or, as a file, not readable. */
    public static void requireTokenKeys(Optional<String> location) {
        String text = location.orElseThrow(() -> new StartException(JWT_KEYS + ": not set; name the issuer's JWK set"));
        if (!text.startsWith("file:") && !text.startsWith("/")) {
            return;
        }
        Path file = text.startsWith("file:") ? Path.of(URI.create(text)) : Path.of(text);
        if (!Files.isReadable(file)) {
            throw new StartException("%s: cannot read %s".formatted(JWT_KEYS, file));
        }
    }

    private static StartException unreachable(String bootstrapServers) {
        return new StartException("countersign.kafka.bootstrap-servers: no Kafka answers at " + bootstrapServers);
    }
}
