/** The whole system, started once and then asked, compared and hurt. */
@NullMarked
package io.countersign.sandbox.e2e;

import org.jspecify.annotations.NullMarked;
