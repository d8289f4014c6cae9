/** What the gateway knows of requests and of Binance, read from the log. */
@NullMarked
package io.countersign.gateway.view;

import org.jspecify.annotations.NullMarked;
