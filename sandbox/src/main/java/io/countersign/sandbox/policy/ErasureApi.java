package io.countersign.sandbox.policy;

import io.countersign.sandbox.http.JsonHttp;
import io.countersign.sandbox.http.JsonHttp.JsonAnswer;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.token.TokenIssuer;
import io.countersign.sandbox.token.TokenRequest;
import java.util.Map;

/** The gateway's resources about erasures, as one officer uses them. */
public final class ErasureApi {
    private static final int OK = 200;
    private static final int TAKEN = 202;

    private final JsonHttp http;
    private final Map<String, String> headers;

    private ErasureApi(String gateway, String token) {
        this.http = new JsonHttp(gateway);
        this.headers = Map.of("Authorization", "Bearer " + token);
    }

    /** As an officer of the sandbox. */
    public static ErasureApi as(String officer, String gateway, TokenIssuer tokens) {
        return new ErasureApi(gateway, tokens.issue(TokenRequest.officer(officer)));
    }

    /** Returns what another officer has to confirm. */
    public String ask(String account, String reason) throws InterruptedException {
        JsonAnswer answer =
                http.send("POST", path(account), headers, Json.object().put("reason", reason));
        require(answer, "not asked for");
        return answer.body().path("id").asText();
    }

    /** Erases the account. */
    public void confirm(String account, String asked) throws InterruptedException {
        String path = path(account) + "/" + asked + "/confirmation";
        require(http.send("POST", path, headers, Json.object()), "not erased");
    }

    private static String path(String account) {
        return "/v1/admin/accounts/" + account + "/erasures";
    }

    private static void require(JsonAnswer answer, String otherwise) {
        if (answer.status() == TAKEN) {
            throw new SandboxException(
                    "taken, and not answered in time: bin/countersign replay account shows what came of it,"
                            + " or run this again");
        }
        if (answer.status() != OK) {
            throw new SandboxException("%s: %s".formatted(otherwise, Refusal.of(answer)));
        }
    }
}
