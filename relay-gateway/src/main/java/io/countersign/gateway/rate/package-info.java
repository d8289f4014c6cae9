/** How often each account and connection may ask. */
@NullMarked
package io.countersign.gateway.rate;

import org.jspecify.annotations.NullMarked;
