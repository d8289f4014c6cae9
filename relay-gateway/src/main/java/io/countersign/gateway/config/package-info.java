/** What the gateway is told at start, checked before it says ready. */
@NullMarked
package io.countersign.gateway.config;

import org.jspecify.annotations.NullMarked;
