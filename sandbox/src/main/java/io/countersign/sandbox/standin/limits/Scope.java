package io.countersign.sandbox.standin.limits;

/** Who shares a limit, and with which header the use of it is reported. */
public enum Scope {
    /** All of /api together, by IP address. */
    API_IP("X-MBX-USED-WEIGHT-1M"),
    /** Each /sapi endpoint on its own, by IP address. */
    SAPI_IP("X-SAPI-USED-IP-WEIGHT-1M"),
    /** Each /sapi endpoint on its own, by account. */
    SAPI_UID("X-SAPI-USED-UID-WEIGHT-1M");

    private final String header;

    Scope(String header) {
        this.header = header;
    }

    public String header() {
        return header;
    }

    public int limit(Limits limits) {
        return switch (this) {
            case API_IP -> limits.apiIpWeight();
            case SAPI_IP -> limits.sapiIpWeight();
            case SAPI_UID -> limits.sapiUidWeight();
        };
    }
}
