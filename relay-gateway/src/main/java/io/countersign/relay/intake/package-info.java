/** From the topic of decisions to the sender, one claim at a time. */
@NullMarked
package io.countersign.relay.intake;

import org.jspecify.annotations.NullMarked;
