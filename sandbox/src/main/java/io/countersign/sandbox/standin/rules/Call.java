package io.countersign.sandbox.standin.rules;

import io.countersign.sandbox.standin.http.WireRequest;
import io.countersign.sandbox.standin.signing.Parameters;
import io.countersign.sandbox.standin.world.Account;
import io.countersign.sandbox.standin.world.World;
import java.util.Optional;

/** A request as an endpoint sees it. */
public record Call(World world, WireRequest request, Parameters parameters, Optional<Account> signer) {

    /** Only on signed endpoints. */
    public Account account() {
        return signer.orElseThrow(() -> new IllegalStateException("endpoint is not signed: " + request.path()));
    }
}
