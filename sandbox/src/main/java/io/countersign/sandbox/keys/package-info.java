/** The sandbox's keys, generated once and kept in files that only their owner may read. */
@NullMarked
package io.countersign.sandbox.keys;

import org.jspecify.annotations.NullMarked;
