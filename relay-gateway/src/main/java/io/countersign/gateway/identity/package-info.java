/** Who is calling, by bearer token. */
@NullMarked
package io.countersign.gateway.identity;

import org.jspecify.annotations.NullMarked;
