/** A made-up town: people with habits, thieves with methods, and how well the scoring rules tell them apart. */
@NullMarked
package io.countersign.domain.scenario;

import org.jspecify.annotations.NullMarked;
