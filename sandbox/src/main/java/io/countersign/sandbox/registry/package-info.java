/** The schema registry's rules and schemas, set over its public API. */
@NullMarked
package io.countersign.sandbox.registry;

import org.jspecify.annotations.NullMarked;
