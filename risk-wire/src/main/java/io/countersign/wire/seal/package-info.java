/** Octets that only one process may read. */
@NullMarked
package io.countersign.wire.seal;

import org.jspecify.annotations.NullMarked;
