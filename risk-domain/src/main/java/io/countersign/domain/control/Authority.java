package io.countersign.domain.control;

/** By what right a person asks for a control, as the token said. */
public enum Authority {
    /** The account's owner. */
    OWNER,
    /** The account's owner, who just proved a second factor. */
    OWNER_WITH_SECOND_FACTOR,
    /** One of our officers. */
    OFFICER
}
