/** Misbehaviour on demand. */
@NullMarked
package io.countersign.sandbox.standin.faults;

import org.jspecify.annotations.NullMarked;
