/** Signatures that others made, and what must not pass for one. */
@NullMarked
package io.countersign.gateway.signature;

import org.jspecify.annotations.NullMarked;
