/** The gateway's two ends of Kafka: append, and follow. */
@NullMarked
package io.countersign.gateway.log;

import org.jspecify.annotations.NullMarked;
