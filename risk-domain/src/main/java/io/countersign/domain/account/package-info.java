/** One account: what it remembers, what it is asked, what happened to it. */
@NullMarked
package io.countersign.domain.account;

import org.jspecify.annotations.NullMarked;
