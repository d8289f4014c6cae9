/** Publication of policies by the sandbox's operator. */
@NullMarked
package io.countersign.sandbox.policy;

import org.jspecify.annotations.NullMarked;
