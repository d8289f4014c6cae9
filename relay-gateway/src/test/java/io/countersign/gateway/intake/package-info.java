/** Tests of the gateway's intake. */
@NullMarked
package io.countersign.gateway.intake;

import org.jspecify.annotations.NullMarked;
