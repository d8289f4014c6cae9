/** What topics and stand-in say happened, and whether they tell one story. */
@NullMarked
package io.countersign.sandbox.evidence;

import org.jspecify.annotations.NullMarked;
