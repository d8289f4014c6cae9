/** What is known of one account, or of one of its requests. */
@NullMarked
package io.countersign.replay.account;

import org.jspecify.annotations.NullMarked;
