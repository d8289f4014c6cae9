/** The topology and the one processor that touches the domain. */
@NullMarked
package io.countersign.engine.topology;

import org.jspecify.annotations.NullMarked;
