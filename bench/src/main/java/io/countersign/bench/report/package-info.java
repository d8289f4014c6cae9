/** Figures, their floors and the ratios between them. */
@NullMarked
package io.countersign.bench.report;

import org.jspecify.annotations.NullMarked;
