/** The steps of the demo, one file each. */
@NullMarked
package io.countersign.sandbox.demo.step;

import org.jspecify.annotations.NullMarked;
