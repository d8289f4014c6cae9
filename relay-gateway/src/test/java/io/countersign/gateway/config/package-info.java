/** Tests of the gateway's config. */
@NullMarked
package io.countersign.gateway.config;

import org.jspecify.annotations.NullMarked;
