/** The whole system on one machine. */
@NullMarked
package io.countersign.sandbox;

import org.jspecify.annotations.NullMarked;
