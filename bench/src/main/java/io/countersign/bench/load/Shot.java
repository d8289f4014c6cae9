package io.countersign.bench.load;

import java.util.concurrent.CompletableFuture;

/** One request that is ready to be sent; completes with whether it was answered as it should. */
@FunctionalInterface
public interface Shot {

    CompletableFuture<Boolean> fire();
}
