@NullMarked
package io.countersign.relay.reference;

import org.jspecify.annotations.NullMarked;
