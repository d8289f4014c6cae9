package io.countersign.sandbox.standin.limits;

/** What one request costs and whom it is counted against. */
public record Use(Scope scope, int weight, String ip, String account, String path) {

    /** Requests without a known account are counted by address, so that they are counted at all. */
    String subject() {
        String uid = account.isEmpty() ? ip : account;
        return switch (scope) {
            case API_IP -> "api " + ip;
            case SAPI_IP -> "ip " + ip + ' ' + path;
            case SAPI_UID -> "uid " + uid + ' ' + path;
        };
    }
}
