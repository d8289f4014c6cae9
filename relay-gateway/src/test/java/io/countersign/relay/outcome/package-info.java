@NullMarked
package io.countersign.relay.outcome;

import org.jspecify.annotations.NullMarked;
