/** What the tests of the wire share. */
@NullMarked
package io.countersign.wire.testing;

import org.jspecify.annotations.NullMarked;
