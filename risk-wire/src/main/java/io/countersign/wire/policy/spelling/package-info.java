/** What a person may have meant. */
@NullMarked
package io.countersign.wire.policy.spelling;

import org.jspecify.annotations.NullMarked;
