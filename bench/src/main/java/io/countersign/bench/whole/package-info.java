/** All parts of the bench, one after the other, in as few sandboxes as they need. */
@NullMarked
package io.countersign.bench.whole;

import org.jspecify.annotations.NullMarked;
