@NullMarked
package io.countersign.bench.core;

import org.jspecify.annotations.NullMarked;
