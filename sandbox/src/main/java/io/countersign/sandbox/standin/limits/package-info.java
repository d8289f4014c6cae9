/** Weights, 429 and 418. */
@NullMarked
package io.countersign.sandbox.standin.limits;

import org.jspecify.annotations.NullMarked;
