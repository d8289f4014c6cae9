/** What the rules found, and the status that follows. */
@NullMarked
package io.countersign.domain.finding;

import org.jspecify.annotations.NullMarked;
