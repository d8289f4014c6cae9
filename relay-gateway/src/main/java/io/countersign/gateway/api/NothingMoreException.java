package io.countersign.gateway.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/** Tells a client that comes back to a stream that is over to stay away: 204. */
final class NothingMoreException extends WebApplicationException {

    NothingMoreException() {
        super(Response.noContent().build());
    }
}
