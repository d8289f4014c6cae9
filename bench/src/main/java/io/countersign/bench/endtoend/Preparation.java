package io.countersign.bench.endtoend;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.policy.Officers;
import io.countersign.sandbox.policy.PolicyApi;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.token.TokenRequest;
import io.countersign.wire.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** What is not as in any sandbox: a policy that a load from few accounts does not exhaust, and decisions that say when they were appended. */
final class Preparation {

    private static final String POLICY = "/bench-policy.yaml";

    private Preparation() {}

    static void prepare(Sandbox sandbox) throws InterruptedException {
        long version = officer(sandbox, Officers.FIRST).publish(policy());
        officer(sandbox, Officers.SECOND).confirm(version);
        ConfigResource decisions = new ConfigResource(ConfigResource.Type.TOPIC, Topics.DECISIONS.name());
        AlterConfigOp appendTime =
                new AlterConfigOp(new ConfigEntry("message.timestamp.type", "LogAppendTime"), AlterConfigOp.OpType.SET);
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", sandbox.addresses().kafka()))) {
            admin.incrementalAlterConfigs(Map.of(decisions, List.of(appendTime)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new SandboxException("the topic of decisions keeps its times", e);
        }
    }

    private static PolicyApi officer(Sandbox sandbox, String name) {
        return new PolicyApi(sandbox.addresses().gateway(), sandbox.token(TokenRequest.officer(name)));
    }

    private static String policy() {
        try (InputStream policy = Preparation.class.getResourceAsStream(POLICY)) {
            if (policy == null) {
                throw new IllegalStateException(POLICY + " is not in the bench's jar");
            }
            return new String(policy.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
