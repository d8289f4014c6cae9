package io.countersign.domain.scenario;

/** How somebody else's funds are taken. */
enum Attack {
    /** The owner's own phone: three to six transfers of 3 to 10 times the usual within the hour, to a new address. */
    DRAIN(3),
    /** The owner's own phone: eight to fourteen transfers just below a cap within a day, to one or two new addresses. */
    STRUCTURING(3),
    /** A connection bound within the last two hours: two to five transfers of 1 to 3 times the usual, to a new address. */
    TAKE_OVER(3),
    /** Two to four months of silence, then three to six transfers of 1 to 3 times the usual, to a new address. */
    DORMANT_REVIVAL(3),
    /** Six owners are talked into one or two ordinary transfers each, to the same new address within four days. */
    MULE_FAN_IN(6),
    /** The owner's own phone, the owner's hours, the usual amounts, one every day or two, to a new address. */
    PATIENT(3);

    /** How many accounts suffer it in one town; for the mule they are one incident each. */
    final int victims;

    Attack(int victims) {
        this.victims = victims;
    }
}
