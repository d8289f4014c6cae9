/** What operators see of the relay. Never a secret, never an account. */
@NullMarked
package io.countersign.relay.telemetry;

import org.jspecify.annotations.NullMarked;
