/** What an answer of Binance shows of a request whose outcome is unknown. */
@NullMarked
package io.countersign.relay.lookup;

import org.jspecify.annotations.NullMarked;
