/** Values to octets and back. */
@NullMarked
package io.countersign.wire.codec;

import org.jspecify.annotations.NullMarked;
