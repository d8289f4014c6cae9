/** What Binance lets one address and one user do in a minute, and who may have it. */
@NullMarked
package io.countersign.relay.budget;

import org.jspecify.annotations.NullMarked;
