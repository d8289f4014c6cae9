/** Answers for programs. */
@NullMarked
package io.countersign.replay.report;

import org.jspecify.annotations.NullMarked;
