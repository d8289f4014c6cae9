/** Tests of the strict reading. */
@NullMarked
package io.countersign.reading;

import org.jspecify.annotations.NullMarked;
