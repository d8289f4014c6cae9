package io.countersign.engine.query;

import java.util.Set;

/** Which engines hold an account, host:port each, and in which partition. */
record Placement(String active, Set<String> standbys, int partition) {}
