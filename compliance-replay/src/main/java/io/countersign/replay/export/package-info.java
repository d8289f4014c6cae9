/** The journal as tables for other tools, with a signed proof that nothing is missing. */
@NullMarked
package io.countersign.replay.export;

import org.jspecify.annotations.NullMarked;
