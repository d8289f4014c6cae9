/** Keysets from files. */
@NullMarked
package io.countersign.wire.keys;

import org.jspecify.annotations.NullMarked;
