/** What is allowed, as data. */
@NullMarked
package io.countersign.domain.policy;

import org.jspecify.annotations.NullMarked;
