/** Tests of the gateway's view. */
@NullMarked
package io.countersign.gateway.view;

import org.jspecify.annotations.NullMarked;
