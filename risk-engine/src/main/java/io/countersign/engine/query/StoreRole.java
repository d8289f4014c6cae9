package io.countersign.engine.query;

/** Whether a store is the one that decisions are made on, or a copy that follows it. */
public enum StoreRole {
    ACTIVE,
    STANDBY
}
