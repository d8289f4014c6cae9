package io.countersign.sandbox.evidence;

/** What must hold whatever fails; a problem breaks one of them. */
public enum Promise {
    AT_MOST_ONCE("sent or executed twice"),
    APPROVED_FIRST("sent without an approval"),
    WITHIN_LIMITS("over a limit"),
    NOTHING_LOST("taken and lost"),
    REFUSED_MEANS_NOT_EXECUTED("told refused, yet executed"),
    DONE_MEANS_EXECUTED("told done, yet not executed"),
    UNKNOWN_ONLY_IF_UNKNOWN("left unknown though it was known"),
    ONE_STORY("journal, decisions and outcomes disagree"),
    REPLAYS("not decided again to the same findings"),
    BACK_TO_NORMAL("did not come back");

    private final String broken;

    Promise(String broken) {
        this.broken = broken;
    }

    /** What it is called when it does not hold. */
    public String broken() {
        return broken;
    }
}
