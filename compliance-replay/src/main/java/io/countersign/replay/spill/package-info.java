/** What does not fit into memory. */
@NullMarked
package io.countersign.replay.spill;

import org.jspecify.annotations.NullMarked;
