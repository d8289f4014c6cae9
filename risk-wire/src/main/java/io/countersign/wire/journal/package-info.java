/** The journal's entries, sealed with the data key of their account, and those keys. */
@NullMarked
package io.countersign.wire.journal;

import org.jspecify.annotations.NullMarked;
