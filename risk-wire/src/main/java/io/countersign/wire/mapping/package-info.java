/** Between messages and Avro; the only place that sees both. */
@NullMarked
package io.countersign.wire.mapping;

import org.jspecify.annotations.NullMarked;
