@NullMarked
package io.countersign.bench.whole;

import org.jspecify.annotations.NullMarked;
