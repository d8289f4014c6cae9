/** Settings of a process. */
@NullMarked
package io.countersign.wire.settings;

import org.jspecify.annotations.NullMarked;
