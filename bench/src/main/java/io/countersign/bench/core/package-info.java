/** What the steps of a decision cost by themselves: time and allocation, by JMH. */
@NullMarked
package io.countersign.bench.core;

import org.jspecify.annotations.NullMarked;
