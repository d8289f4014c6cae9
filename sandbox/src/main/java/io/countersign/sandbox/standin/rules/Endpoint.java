package io.countersign.sandbox.standin.rules;

import io.countersign.sandbox.standin.limits.Scope;
import java.util.List;

/** One row of Binance's catalogue and what happens behind it. */
public record Endpoint(
        String method, String path, Security security, Cost cost, List<String> mandatory, Handler handler) {

    public Endpoint {
        mandatory = List.copyOf(mandatory);
    }

    /** The weight, and the smaller one that holds when the named parameter is sent. */
    public record Cost(Scope scope, int weight, String lighterWith, int lighterWeight) {

        public static Cost of(Scope scope, int weight) {
            return new Cost(scope, weight, "", weight);
        }
    }

    /** Answers a request that has passed every rule that holds for all endpoints. */
    public interface Handler {

        Outcome handle(Call call);
    }
}
