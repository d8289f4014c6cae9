package io.countersign.sandbox.standin.rules;

import io.countersign.sandbox.standin.http.HttpAnswer;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.standin.http.WireRequest;
import io.countersign.sandbox.standin.limits.UsageMeter;
import io.countersign.sandbox.standin.limits.Use;
import io.countersign.sandbox.standin.limits.Verdict;
import io.countersign.sandbox.standin.limits.Verdict.Banned;
import io.countersign.sandbox.standin.limits.Verdict.Limited;
import io.countersign.sandbox.standin.limits.Verdict.Within;
import io.countersign.sandbox.standin.signing.Parameters;
import io.countersign.sandbox.standin.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Limits first, then the gatekeeper, then the endpoint. */
public final class Judge {

    private final World world;
    private final UsageMeter meter;
    private final Gatekeeper gatekeeper;
    private final Map<String, Endpoint> endpoints = new HashMap<>();

    public Judge(World world, UsageMeter meter, List<Endpoint> catalogue) {
        this.world = world;
        this.meter = meter;
        this.gatekeeper = new Gatekeeper(world);
        for (Endpoint endpoint : catalogue) {
            endpoints.put(endpoint.method() + ' ' + endpoint.path(), endpoint);
        }
    }

    Outcome judge(WireRequest request, String account) {
        Endpoint endpoint = endpoints.get(request.method() + ' ' + request.path());
        if (endpoint == null) {
            return new Outcome(unknownPath(request), false, "");
        }
        Parameters parameters = Parameters.of(request);
        Endpoint.Cost cost = endpoint.cost();
        int weight = parameters.has(cost.lighterWith()) ? cost.lighterWeight() : cost.weight();
        Verdict verdict = meter.admit(new Use(cost.scope(), weight, request.remoteAddress(), account, request.path()));
        return switch (verdict) {
            case Banned banned -> new Outcome(banned(banned), false, "");
            case Limited limited -> new Outcome(limited(limited), false, "");
            case Within within -> {
                Outcome outcome = admitted(endpoint, request, parameters);
                yield new Outcome(outcome.answer().with(within.usage()), outcome.executed(), outcome.withdrawalId());
            }
        };
    }

    private Outcome admitted(Endpoint endpoint, WireRequest request, Parameters parameters) {
        Optional<BinanceError> refusal = gatekeeper.refusal(endpoint, request, parameters);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Call call = new Call(world, request, parameters, world.accounts().byKey(request.header(Gatekeeper.KEY_HEADER)));
        return endpoint.handler().handle(call);
    }

    private static HttpAnswer unknownPath(WireRequest request) {
        if (request.header("Accept").contains("text/html")) {
            return HttpAnswer.html(404, "<html><body><h2>404 Not found</h2></body></html>");
        }
        return HttpAnswer.json(
                404, Json.object().put("status", 404).put("error", "Not Found").put("path", request.path()));
    }

    private static HttpAnswer limited(Limited limited) {
        String message = "Too much request weight used; current limit is " + limited.limit()
                + " request weight per 1 MINUTE. Please use WebSocket Streams for live updates to avoid polling the API.";
        return new BinanceError(429, -1003, message)
                .answer()
                .with(limited.usage())
                .with(Map.of("Retry-After", Long.toString(limited.retryAfterSeconds())));
    }

    private static HttpAnswer banned(Banned banned) {
        String message = "Way too much request weight used; IP banned until " + banned.untilMillis()
                + ". Please use WebSocket Streams for live updates to avoid bans.";
        return new BinanceError(418, -1003, message)
                .answer()
                .with(Map.of("Retry-After", Long.toString(banned.retryAfterSeconds())));
    }
}
