@NullMarked
package io.countersign.bench.report;

import org.jspecify.annotations.NullMarked;
