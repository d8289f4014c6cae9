package io.countersign.engine.query;

import org.jspecify.annotations.Nullable;

/**
 * The JSON of an answer: what is known, by whom, and how old it can be.
 *
 * @param servedBy host:port of the engine that looked
 * @param behind changelog records that a standby had not read yet; null when active, or when it cannot be told
 * @param state of an account that nothing happened to, for one that is not known
 */
public record AccountAnswer(
        String servedBy, StoreRole role, @Nullable Long behind, AccountBody state) {}
