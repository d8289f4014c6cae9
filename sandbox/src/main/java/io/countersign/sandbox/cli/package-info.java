/** The command line: one file per verb. */
@NullMarked
package io.countersign.sandbox.cli;

import org.jspecify.annotations.NullMarked;
