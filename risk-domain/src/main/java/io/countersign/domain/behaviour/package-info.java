/** What is usual for an account, in numbers. */
@NullMarked
package io.countersign.domain.behaviour;

import org.jspecify.annotations.NullMarked;
