/** The gateway role: signed requests in over HTTP, strictly read, onto the log; answers back. */
@NullMarked
package io.countersign.gateway;

import org.jspecify.annotations.NullMarked;
