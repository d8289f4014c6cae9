/** Rates, on a clock of our own. */
@NullMarked
package io.countersign.gateway.rate;

import org.jspecify.annotations.NullMarked;
