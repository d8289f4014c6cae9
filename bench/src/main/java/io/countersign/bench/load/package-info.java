/** Load whose schedule does not wait for answers, and what it took. */
@NullMarked
package io.countersign.bench.load;

import org.jspecify.annotations.NullMarked;
