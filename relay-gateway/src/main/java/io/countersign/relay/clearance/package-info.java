/** Whether a decision may be carried out. Pure: no clock, no network, no topic. */
@NullMarked
package io.countersign.relay.clearance;

import org.jspecify.annotations.NullMarked;
