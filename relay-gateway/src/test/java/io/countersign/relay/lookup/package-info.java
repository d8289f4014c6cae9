@NullMarked
package io.countersign.relay.lookup;

import org.jspecify.annotations.NullMarked;
