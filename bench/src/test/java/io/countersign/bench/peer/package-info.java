@NullMarked
package io.countersign.bench.peer;

import org.jspecify.annotations.NullMarked;
