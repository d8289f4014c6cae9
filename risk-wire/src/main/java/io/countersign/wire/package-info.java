/** How it travels: topics with serdes, mappers, sealing, countersigning, hash chain. */
@NullMarked
package io.countersign.wire;

import org.jspecify.annotations.NullMarked;
