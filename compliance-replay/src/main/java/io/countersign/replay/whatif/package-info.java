/** What another policy would have decided. */
@NullMarked
package io.countersign.replay.whatif;

import org.jspecify.annotations.NullMarked;
