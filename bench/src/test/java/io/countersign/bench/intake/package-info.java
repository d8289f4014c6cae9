@NullMarked
package io.countersign.bench.intake;

import org.jspecify.annotations.NullMarked;
