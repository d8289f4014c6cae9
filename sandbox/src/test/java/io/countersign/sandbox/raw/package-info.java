/** A running gateway, and octets on a socket that no HTTP client would send. */
@NullMarked
package io.countersign.sandbox.raw;

import org.jspecify.annotations.NullMarked;
