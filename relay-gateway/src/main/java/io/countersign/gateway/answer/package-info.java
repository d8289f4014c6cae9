/** What the gateway says: problems, and Binance's answers as they came. */
@NullMarked
package io.countersign.gateway.answer;

import org.jspecify.annotations.NullMarked;
