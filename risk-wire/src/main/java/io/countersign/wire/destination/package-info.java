/** Names of destinations. */
@NullMarked
package io.countersign.wire.destination;

import org.jspecify.annotations.NullMarked;
