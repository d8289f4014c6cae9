/** The walk through the system by a real client: scenario, comparison, table. */
@NullMarked
package io.countersign.sandbox.demo;

import org.jspecify.annotations.NullMarked;
