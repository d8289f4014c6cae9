package io.countersign.sandbox.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.sandbox.http.JsonHttp;
import io.countersign.sandbox.http.JsonHttp.JsonAnswer;
import io.countersign.sandbox.http.JsonHttp.TextAnswer;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.token.TokenIssuer;
import io.countersign.sandbox.token.TokenRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The gateway's resources about policies, as one officer uses them. */
public final class PolicyApi {
    private static final String POLICIES = "/v1/admin/policies";
    private static final int CREATED = 201;
    private static final int OK = 200;

    private final JsonHttp http;
    private final Map<String, String> headers;

    public PolicyApi(String gateway, String token) {
        this.http = new JsonHttp(gateway);
        this.headers = Map.of("Authorization", "Bearer " + token);
    }

    /** As an officer of the sandbox. */
    public static PolicyApi as(String officer, String gateway, TokenIssuer tokens) {
        return new PolicyApi(gateway, tokens.issue(TokenRequest.officer(officer)));
    }

    /** One published version. */
    public record Version(long number, String state, String publishedBy, String publishedAt) {
        static Version of(JsonNode node) {
            return new Version(
                    node.path("version").asLong(),
                    node.path("state").asText(),
                    node.path("publishedBy").asText(),
                    node.path("publishedAt").asText());
        }

        public boolean isLive() {
            return state.equals("LIVE");
        }
    }

    /** What one rule saw. */
    public record Finding(String verdict, String rule, String sentence) {}

    /** Returns the version that the document became; it judges nothing yet. */
    public long publish(String yaml) throws InterruptedException {
        JsonAnswer answer = http.send("POST", POLICIES, headers, Json.object().put("yaml", yaml));
        return require(answer, CREATED, "not published").path("version").asLong();
    }

    /** Makes a version live. */
    public void confirm(long version) throws InterruptedException {
        JsonAnswer answer = http.send("POST", POLICIES + "/" + version + "/confirmation", headers, Json.object());
        JsonNode unused = require(answer, OK, "not confirmed");
    }

    /** Lets a version judge without effect; 0 ends that. */
    public void shadow(long version) throws InterruptedException {
        String path = POLICIES + "/shadow";
        JsonAnswer answer = version == 0
                ? http.send("DELETE", path, headers, Json.object())
                : http.send("PUT", path, headers, Json.object().put("version", version));
        JsonNode unused = require(answer, OK, "not in shadow");
    }

    /** The document of a version. */
    public String document(long version) throws InterruptedException {
        TextAnswer answer = http.text(POLICIES + "/" + version, headers);
        if (answer.status() != OK) {
            throw new SandboxException("not shown: " + Refusal.of(answer.json()));
        }
        return answer.body();
    }

    /** What changes between two versions: a field, what it was, what it is; an empty text for what is not there. */
    public List<List<String>> difference(long from, long to) throws InterruptedException {
        JsonAnswer answer = http.get("%s/diff?from=%d&to=%d".formatted(POLICIES, from, to), headers);
        JsonNode changes = require(answer, OK, "not compared").path("changes");
        return StreamSupport.stream(changes.spliterator(), false)
                .map(each -> List.of(
                        each.path("field").asText(),
                        each.path("before").asText(""),
                        each.path("after").asText("")))
                .toList();
    }

    /** What a document would find in a request that nobody signed. */
    public List<Finding> dryRun(JsonNode question) throws InterruptedException {
        JsonAnswer answer = http.send("POST", POLICIES + "/dry-run", headers, question);
        JsonNode findings = require(answer, OK, "not judged").path("findings");
        return StreamSupport.stream(findings.spliterator(), false)
                .map(each -> new Finding(
                        each.path("verdict").asText(),
                        each.path("rule").asText(),
                        each.path("sentence").asText()))
                .toList();
    }

    /** Every version, the newest first. */
    public List<Version> versions() throws InterruptedException {
        JsonNode policies =
                require(http.get(POLICIES, headers), OK, "not listed").path("policies");
        return StreamSupport.stream(policies.spliterator(), false)
                .map(Version::of)
                .toList();
    }

    private static JsonNode require(JsonAnswer answer, int status, String otherwise) {
        if (answer.status() != status) {
            throw new SandboxException("%s: %s".formatted(otherwise, Refusal.of(answer)));
        }
        return answer.body();
    }
}
