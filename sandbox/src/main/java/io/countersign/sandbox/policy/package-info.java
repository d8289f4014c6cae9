/** Policies of a sandbox, through its gateway as officers have them. */
@NullMarked
package io.countersign.sandbox.policy;

import org.jspecify.annotations.NullMarked;
