/** Tests of who is calling. */
@NullMarked
package io.countersign.gateway.identity;

import org.jspecify.annotations.NullMarked;
