/** What became of a request, and how it is told. */
@NullMarked
package io.countersign.relay.outcome;

import org.jspecify.annotations.NullMarked;
