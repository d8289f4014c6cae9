/** The journal against itself, its checkpoints and the decider. */
@NullMarked
package io.countersign.replay.verify;

import org.jspecify.annotations.NullMarked;
