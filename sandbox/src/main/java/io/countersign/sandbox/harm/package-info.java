/** The fault matrix: what is hurt while a load runs, and whether every promise held. */
@NullMarked
package io.countersign.sandbox.harm;

import org.jspecify.annotations.NullMarked;
