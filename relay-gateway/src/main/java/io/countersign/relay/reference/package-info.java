/** What is true of Binance for everyone: its clock, its prices, its status. */
@NullMarked
package io.countersign.relay.reference;

import org.jspecify.annotations.NullMarked;
