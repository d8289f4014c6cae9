/** What tests of every module share: one cast of characters, and the seeds. */
@NullMarked
package io.countersign.domain.testing;

import org.jspecify.annotations.NullMarked;
