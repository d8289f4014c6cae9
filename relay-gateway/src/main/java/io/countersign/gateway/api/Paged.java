package io.countersign.gateway.api;

import org.jspecify.annotations.Nullable;

/** A part of a longer list. */
interface Paged {

    /** What to send as {@code before} for the part that follows; null when there is none. */
    @Nullable
    String next();
}
