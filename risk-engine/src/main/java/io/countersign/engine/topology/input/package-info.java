/** What comes in, read or given up, and how stores keep their values. */
@NullMarked
package io.countersign.engine.topology.input;

import org.jspecify.annotations.NullMarked;
