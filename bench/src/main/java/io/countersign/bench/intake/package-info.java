/** The gateway's intake beside the barest endpoint that promises the same. */
@NullMarked
package io.countersign.bench.intake;

import org.jspecify.annotations.NullMarked;
