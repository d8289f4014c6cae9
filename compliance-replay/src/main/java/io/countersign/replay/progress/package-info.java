/** How far it is, for whoever waits. */
@NullMarked
package io.countersign.replay.progress;

import org.jspecify.annotations.NullMarked;
