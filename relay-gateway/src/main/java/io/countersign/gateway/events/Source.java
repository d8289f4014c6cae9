package io.countersign.gateway.events;

/** A topic that streams are made of. */
public enum Source {
    DECISIONS,
    OUTCOMES
}
