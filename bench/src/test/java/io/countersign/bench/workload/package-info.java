@NullMarked
package io.countersign.bench.workload;

import org.jspecify.annotations.NullMarked;
