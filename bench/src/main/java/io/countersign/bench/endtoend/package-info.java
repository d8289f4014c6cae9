/** From a signed request to its octets at Binance and to its answer, beside the barest pipeline that promises the same. */
@NullMarked
package io.countersign.bench.endtoend;

import org.jspecify.annotations.NullMarked;
