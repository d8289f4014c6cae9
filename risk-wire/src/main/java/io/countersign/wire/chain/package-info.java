/** The hash chain of the journal. */
@NullMarked
package io.countersign.wire.chain;

import org.jspecify.annotations.NullMarked;
