/** What several tests of the relay share. */
@NullMarked
package io.countersign.relay.testing;

import org.jspecify.annotations.NullMarked;
