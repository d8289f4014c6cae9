/** What was read from a signed request. */
@NullMarked
package io.countersign.domain.request;

import org.jspecify.annotations.NullMarked;
