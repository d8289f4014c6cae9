package io.countersign.sandbox.e2e;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.evidence.Evidence;
import io.countersign.sandbox.http.JsonHttp;
import io.countersign.wire.message.DeadLetterMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a relay with a process of its own was given to read, and what it says of it. */
record RelaysWords(Sandbox sandbox, DemoWorld world) {
    byte[] lastDecisionOf(DemoAccount account) {
        return decisionsOf(account).getLast().value();
    }

    List<ConsumerRecord<byte[], byte[]>> decisionsOf(DemoAccount account) {
        byte[] key = account.name().getBytes(StandardCharsets.US_ASCII);
        return world.topics().read(Topics.DECISIONS.name()).stream()
                .filter(each -> Arrays.equals(key, each.key()))
                .toList();
    }

    /** Why it put records aside that had the name of one of these accounts. */
    List<String> reasons(String... accounts) {
        List<Octets> keys = Arrays.stream(accounts)
                .map(each -> Octets.of(each.getBytes(StandardCharsets.US_ASCII)))
                .toList();
        return Evidence.deadLetters(sandbox).stream()
                .filter(each -> each.refusedBy().equals("relay") && keys.contains(each.key()))
                .map(DeadLetterMessage::reason)
                .toList();
    }

    /** What {@code counter} has counted since the relay's start. */
    double counted(String counter) throws InterruptedException {
        String metrics = new JsonHttp(sandbox.addresses().relay())
                .text("/q/metrics", Map.of())
                .body();
        return metrics.lines()
                .filter(line -> line.startsWith(counter))
                .mapToDouble(line -> Double.parseDouble(line.substring(counter.length())))
                .findFirst()
                .orElse(0);
    }
}
