/** The relay's way to its topics. */
@NullMarked
package io.countersign.relay.kafka;

import org.jspecify.annotations.NullMarked;
