/** Which account an API key is bound to, across all accounts. */
@NullMarked
package io.countersign.engine.topology.connection;

import org.jspecify.annotations.NullMarked;
