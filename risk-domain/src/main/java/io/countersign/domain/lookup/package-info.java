/** What Binance shows when it is asked about a withdrawal whose outcome is unknown. */
@NullMarked
package io.countersign.domain.lookup;

import org.jspecify.annotations.NullMarked;
