/** What accounts' owners are told as it happens. */
@NullMarked
package io.countersign.gateway.events;

import org.jspecify.annotations.NullMarked;
