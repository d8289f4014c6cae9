/** The native API under /v1. */
@NullMarked
package io.countersign.gateway.api;

import org.jspecify.annotations.NullMarked;
