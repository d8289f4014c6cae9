/** Changes that a person asks for. */
@NullMarked
package io.countersign.domain.control;

import org.jspecify.annotations.NullMarked;
