@NullMarked
package io.countersign.bench.engine;

import org.jspecify.annotations.NullMarked;
