/** Reads the exact octets of a signed request in the one way that allows no second reading. Shared by gateway and relay. */
@NullMarked
package io.countersign.reading;

import org.jspecify.annotations.NullMarked;
