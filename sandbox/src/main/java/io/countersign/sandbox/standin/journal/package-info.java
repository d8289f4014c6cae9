/** Every request that arrived, octet for octet, within bounds. */
@NullMarked
package io.countersign.sandbox.standin.journal;

import org.jspecify.annotations.NullMarked;
