/** The engine's countersignature. */
@NullMarked
package io.countersign.wire.sign;

import org.jspecify.annotations.NullMarked;
