/** Child processes: described as data, started, watched, signalled and ended. */
@NullMarked
package io.countersign.sandbox.process;

import org.jspecify.annotations.NullMarked;
