/** A long journal, made by the real engine from a seeded load. */
@NullMarked
package io.countersign.bench.journal;

import org.jspecify.annotations.NullMarked;
