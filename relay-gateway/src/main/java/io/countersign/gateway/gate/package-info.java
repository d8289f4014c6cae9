/** What stands between the socket and the HTTP library: only requests that are whole and well-formed get past it. */
@NullMarked
package io.countersign.gateway.gate;

import org.jspecify.annotations.NullMarked;
