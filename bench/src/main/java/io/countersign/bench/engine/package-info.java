/** What a decision costs the engine beyond what Kafka Streams costs by itself. */
@NullMarked
package io.countersign.bench.engine;

import org.jspecify.annotations.NullMarked;
