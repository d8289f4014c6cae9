/** What the relay is told by its surroundings. */
@NullMarked
package io.countersign.relay.config;

import org.jspecify.annotations.NullMarked;
