/** What a request asks Binance about another one. */
@NullMarked
package io.countersign.relay.lookup;

import org.jspecify.annotations.NullMarked;
