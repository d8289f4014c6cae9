/** A real Kafka broker in a process of its own, and the topics on it. */
@NullMarked
package io.countersign.sandbox.kafka;

import org.jspecify.annotations.NullMarked;
