package io.countersign.gateway.api;

import io.countersign.domain.account.House;

/** What a published policy is good for at the moment. */
enum PolicyState {
    /** Newer than the live one and not confirmed. */
    PROPOSED,
    /** Judges. */
    LIVE,
    /** Judges without effect. */
    SHADOW,
    /** Older than the live one. */
    OLD;

    static PolicyState of(long version, House house) {
        if (version == house.livePolicy()) {
            return LIVE;
        }
        if (version == house.shadowPolicy()) {
            return SHADOW;
        }
        return version > house.livePolicy() ? PROPOSED : OLD;
    }
}
