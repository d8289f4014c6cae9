/** Every decision, decided again. */
@NullMarked
package io.countersign.replay;

import org.jspecify.annotations.NullMarked;
