package io.countersign.sandbox.standin.journal;

import io.countersign.sandbox.standin.http.WireRequest;

/** A request and what became of it. Status 0: not answered, or not yet. */
public record RecordedRequest(long number, WireRequest request, long binanceMicros, Ending ending) {

    /** How a request ended. The texts are empty where there is no account or withdrawal. */
    public record Ending(String account, int status, boolean executed, String withdrawalId) {

        public static final Ending OPEN = new Ending("", 0, false, "");
    }

    RecordedRequest withEnding(Ending next) {
        return new RecordedRequest(number, request, binanceMicros, next);
    }
}
