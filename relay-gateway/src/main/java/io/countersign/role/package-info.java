/** Which roles a process has. */
@NullMarked
package io.countersign.role;

import org.jspecify.annotations.NullMarked;
