/** What a team would build otherwise: a synchronous proxy that keeps the limits in PostgreSQL, and the comparison with it. */
@NullMarked
package io.countersign.bench.peer;

import org.jspecify.annotations.NullMarked;
