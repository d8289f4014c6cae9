/** What holds for the project as a whole. */
@NullMarked
package io.countersign.sandbox.project;

import org.jspecify.annotations.NullMarked;
