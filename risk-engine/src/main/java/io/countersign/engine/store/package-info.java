/** The memory of the account stores. */
@NullMarked
package io.countersign.engine.store;

import org.jspecify.annotations.NullMarked;
