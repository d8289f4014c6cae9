package io.countersign.domain.control;

import io.countersign.domain.request.RequestFacts;

/** What kind of thing an endpoint does. */
public enum EndpointClass {
    FUND_MOVING,
    READING;

    /** The class of what {@code request} asks for. */
    public static EndpointClass of(RequestFacts request) {
        return request.movesFunds() || request.transfer() != null ? FUND_MOVING : READING;
    }
}
