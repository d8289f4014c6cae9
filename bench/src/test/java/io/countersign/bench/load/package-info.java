@NullMarked
package io.countersign.bench.load;

import org.jspecify.annotations.NullMarked;
