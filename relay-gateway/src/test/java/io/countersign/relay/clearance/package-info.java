@NullMarked
package io.countersign.relay.clearance;

import org.jspecify.annotations.NullMarked;
