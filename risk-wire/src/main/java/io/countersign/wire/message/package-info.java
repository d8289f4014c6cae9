/** What travels on each topic, in the domain's words. */
@NullMarked
package io.countersign.wire.message;

import org.jspecify.annotations.NullMarked;
