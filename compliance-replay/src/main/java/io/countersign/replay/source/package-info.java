/** Where the journal is read from. */
@NullMarked
package io.countersign.replay.source;

import org.jspecify.annotations.NullMarked;
