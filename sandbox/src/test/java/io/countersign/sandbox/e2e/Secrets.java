package io.countersign.sandbox.e2e;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.wire.HttpMessage;
import io.countersign.sandbox.demo.wire.TappedExchange;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.TopicReader;
import io.countersign.sandbox.http.JsonHttp;
import io.countersign.sandbox.settings.SandboxFiles;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What nobody may read from Kafka, a log, a metric, an error or a disk, and the search for it. */
final class Secrets {
    private static final Pattern SIGNATURE = Pattern.compile("signature=([^&]+)");

    /** Shorter answers, such as an empty list, are no secrets and would be found everywhere. */
    private static final int SHORTEST_ANSWER = 24;

    private final Map<String, String> kinds = new LinkedHashMap<>();
    private final List<HttpMessage> ownWords = new ArrayList<>();

    private Secrets() {}

    /** Keys, tokens, signatures and Binance's answers of everything that a world's clients sent. */
    static Secrets of(DemoWorld world) {
        Secrets secrets = new Secrets();
        for (DemoAccount account : world.accounts()) {
            secrets.kinds.put(account.apiKey(), "an API key");
            secrets.kinds.put(account.token(), "a token");
            secrets.kinds.put(account.token().substring(account.token().lastIndexOf('.') + 1), "a token's signature");
        }
        for (TappedExchange exchange : world.tap().exchanges()) {
            Matcher signature = SIGNATURE.matcher(
                    exchange.request().target() + "&" + exchange.request().text());
            while (signature.find()) {
                secrets.kinds.put(signature.group(1), "a signature");
                secrets.kinds.put(URLDecoder.decode(signature.group(1), StandardCharsets.UTF_8), "a signature");
            }
            secrets.addAnswer(exchange.answer());
        }
        return secrets;
    }

    private void addAnswer(HttpMessage answer) {
        boolean own = answer.header("Content-Type").orElse("").startsWith("application/problem+json")
                || answer.status() == 202;
        if (own) {
            ownWords.add(answer);
        } else if (answer.body().length() >= SHORTEST_ANSWER) {
            kinds.put(answer.text(), "an answer's body");
        }
    }

    /** How many of the gateway's own words are searched: its errors, and what it accepted. */
    int ownWords() {
        return ownWords.size();
    }

    int count() {
        return kinds.size();
    }

    /** Where any of them can be read, in any usual form. */
    List<String> foundIn(Sandbox sandbox) throws IOException, InterruptedException {
        SecretSearch search = new SecretSearch(kinds);
        TopicReader reader = TopicReader.everything(sandbox.addresses().kafka());
        for (String topic : reader.topics()) {
            for (ConsumerRecord<byte[], byte[]> each : reader.read(topic)) {
                search.in("topic " + topic, each.key());
                search.in("topic " + topic, each.value());
            }
        }
        for (String address :
                List.of(sandbox.addresses().gateway(), sandbox.addresses().engine())) {
            for (String path : List.of("/q/metrics", "/q/health", "/q/openapi")) {
                search.in(
                        path, new JsonHttp(address).text(path, Map.of()).body().getBytes(StandardCharsets.UTF_8));
            }
        }
        ownWords.forEach(
                answer -> search.in("an answer of our own", answer.raw().toBytes()));
        SandboxFiles files = sandbox.files();
        for (Path folder :
                List.of(files.logs(), files.kafka(), files.registry(), files.engineState(), files.engine2State())) {
            search.inFilesOf(folder);
        }
        return search.places();
    }
}
