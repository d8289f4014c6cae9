package io.countersign.gateway.identity;

import io.countersign.gateway.answer.Problem;

/** Somebody who shows tokens as an owner. */
record Asker(Callers callers) {

    Caller known(String token) {
        return switch (ask(token)) {
            case Identification.Known known -> known.caller();
            case Identification.Rejected rejected -> throw new AssertionError(rejected.problem());
        };
    }

    Problem rejected(String token) {
        return switch (ask(token)) {
            case Identification.Known known -> throw new AssertionError(known);
            case Identification.Rejected rejected -> rejected.problem();
        };
    }

    Problem rejectedAs(String scheme, String token) {
        return switch (callers.identify(scheme + token, Caller.OWNER)) {
            case Identification.Known known -> throw new AssertionError(known);
            case Identification.Rejected rejected -> rejected.problem();
        };
    }

    private Identification ask(String token) {
        return callers.identify("Bearer " + token, Caller.OWNER);
    }
}
