package io.countersign.domain.request;

/** A Binance endpoint: HTTP method and path without the query, for example POST /sapi/v1/capital/withdraw/apply. */
public record Endpoint(String method, String path) {

    /** Reads "METHOD /path". */
    public static Endpoint parse(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 2 || parts[0].isEmpty() || !parts[1].startsWith("/")) {
            throw new IllegalArgumentException(
                    "an endpoint is a method and a path, for example GET /sapi/v1/capital/config/getall");
        }
        return new Endpoint(parts[0], parts[1]);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
