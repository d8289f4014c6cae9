/** Seeded accounts and what they ask for, written where the gateway and the relay would write it. */
@NullMarked
package io.countersign.bench.workload;

import org.jspecify.annotations.NullMarked;
