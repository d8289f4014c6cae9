/** One class per family of Binance endpoints. */
@NullMarked
package io.countersign.sandbox.standin.endpoints;

import org.jspecify.annotations.NullMarked;
