/** Rules of one's own, as conditions in CEL. */
@NullMarked
package io.countersign.wire.policy.custom;

import org.jspecify.annotations.NullMarked;
