/** The topics as files, for whoever has no Kafka. */
@NullMarked
package io.countersign.replay.archive;

import org.jspecify.annotations.NullMarked;
