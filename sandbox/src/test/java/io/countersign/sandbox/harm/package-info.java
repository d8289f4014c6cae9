/** The fault matrix: its order, what its words mean, and a short run of it. */
@NullMarked
package io.countersign.sandbox.harm;

import org.jspecify.annotations.NullMarked;
