@NullMarked
package io.countersign.relay.egress;

import org.jspecify.annotations.NullMarked;
