/** Bearer tokens for the accounts and officers of the sandbox. */
@NullMarked
package io.countersign.sandbox.token;

import org.jspecify.annotations.NullMarked;
