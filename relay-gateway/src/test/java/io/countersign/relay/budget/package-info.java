@NullMarked
package io.countersign.relay.budget;

import org.jspecify.annotations.NullMarked;
