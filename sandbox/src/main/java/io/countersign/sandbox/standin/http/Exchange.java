package io.countersign.sandbox.standin.http;

/** What is done with one request. Called on an event loop: it must not block. */
public interface Exchange {

    void handle(WireRequest request, Reply reply);
}
