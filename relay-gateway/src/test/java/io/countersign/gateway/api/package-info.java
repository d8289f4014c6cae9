/** Tests of the native API. */
@NullMarked
package io.countersign.gateway.api;

import org.jspecify.annotations.NullMarked;
