/** The mirrored Binance API: from the octets off the socket to the log, and back. */
@NullMarked
package io.countersign.gateway.intake;

import org.jspecify.annotations.NullMarked;
