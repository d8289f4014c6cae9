/** The control API, by which tests and the demo set the stage and read what arrived. */
@NullMarked
package io.countersign.sandbox.standin.control;

import org.jspecify.annotations.NullMarked;
