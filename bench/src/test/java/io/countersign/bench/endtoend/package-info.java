@NullMarked
package io.countersign.bench.endtoend;

import org.jspecify.annotations.NullMarked;
