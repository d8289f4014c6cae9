/** The role that sends what was approved, at most once. */
@NullMarked
package io.countersign.relay;

import org.jspecify.annotations.NullMarked;
