/** Why the engine stops. */
@NullMarked
package io.countersign.engine.failure;

import org.jspecify.annotations.NullMarked;
