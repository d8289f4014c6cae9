/** The demo: a real Binance client drives the whole path, and each step says what was expected and what was seen. */
@NullMarked
package io.countersign.sandbox.demo;

import org.jspecify.annotations.NullMarked;
