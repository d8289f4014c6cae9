/** The exchange's signatures, verified where a connection has a public key. */
@NullMarked
package io.countersign.gateway.signature;

import org.jspecify.annotations.NullMarked;
