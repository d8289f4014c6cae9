/** The demo's table, for a person at a terminal. */
@NullMarked
package io.countersign.sandbox.demo.report;

import org.jspecify.annotations.NullMarked;
