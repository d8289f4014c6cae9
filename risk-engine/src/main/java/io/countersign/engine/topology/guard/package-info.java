/** Watches over the share of rejections of each version of the policy. */
@NullMarked
package io.countersign.engine.topology.guard;

import org.jspecify.annotations.NullMarked;
