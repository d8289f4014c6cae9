/** Commands to events: the one place where anything is decided. */
@NullMarked
package io.countersign.domain.decider;

import org.jspecify.annotations.NullMarked;
