package io.countersign.sandbox.demo.wire;

/** What a client really sent and what it really got. */
public record TappedExchange(HttpMessage request, HttpMessage answer) {}
