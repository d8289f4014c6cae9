/** Tests of what accounts' owners are told. */
@NullMarked
package io.countersign.gateway.events;

import org.jspecify.annotations.NullMarked;
