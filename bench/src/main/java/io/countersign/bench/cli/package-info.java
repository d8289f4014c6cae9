/** The command line of the bench. */
@NullMarked
package io.countersign.bench.cli;

import org.jspecify.annotations.NullMarked;
