package io.countersign.engine.query;

import io.countersign.wire.message.StoredAccount;
import org.jspecify.annotations.Nullable;

/**
 * What a store of this engine says.
 *
 * @param stored null for an account that it knows nothing of
 * @param behind changelog records that a standby had not read yet; null when active, or when it cannot be told
 */
record LocalAnswer(
        @Nullable StoredAccount stored,
        StoreRole role,
        @Nullable Long behind) {}
