/** Changes that a person asked for, on their way to the engine. */
@NullMarked
package io.countersign.gateway.control;

import org.jspecify.annotations.NullMarked;
