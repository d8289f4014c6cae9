package io.countersign.bench.endtoend;

/**
 * Where one request was when, in microseconds since 1970. The brokers' times are whole milliseconds, to which a half is added.
 *
 * @param due when it was to be sent
 * @param requested when its record was appended to the requests
 * @param decided the same of the decisions
 * @param arrived when its last octet was at Binance
 * @param told when its outcome was appended
 * @param answered when its answer was whole
 */
record Flight(long due, long requested, long decided, long arrived, long told, long answered) {}
