/** Names of things. Never a bare string. */
@NullMarked
package io.countersign.domain.id;

import org.jspecify.annotations.NullMarked;
