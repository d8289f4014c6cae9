/** Destinations that several accounts send to. */
@NullMarked
package io.countersign.engine.topology.fanin;

import org.jspecify.annotations.NullMarked;
