/** What Binance signs and how it verifies: raw octets, three algorithms. */
@NullMarked
package io.countersign.sandbox.standin.signing;

import org.jspecify.annotations.NullMarked;
