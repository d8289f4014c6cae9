/** Binance as far as the product can see it: an independent reading of its rules, in a process of its own. */
@NullMarked
package io.countersign.sandbox.standin;

import org.jspecify.annotations.NullMarked;
