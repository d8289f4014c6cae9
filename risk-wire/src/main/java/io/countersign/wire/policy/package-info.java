/** The policy document. */
@NullMarked
package io.countersign.wire.policy;

import org.jspecify.annotations.NullMarked;
