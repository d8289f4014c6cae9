package io.countersign.sandbox.standin.journal;

import io.countersign.sandbox.standin.http.Header;
import io.countersign.sandbox.standin.http.WireRequest;
import io.countersign.sandbox.standin.journal.RecordedRequest.Ending;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The last requests, octet for octet. The oldest make room for the newest, and are counted. */
public final class RequestJournal {

    /** About what two strings and their list entry cost beside their characters. */
    private static final int HEADER_OVERHEAD = 128;

    private final int maxRequests;
    private final long maxOctets;
    private final NavigableMap<Long, RecordedRequest> requests = new TreeMap<>();
    private long octets;
    private long last;
    private long dropped;

    /** What is kept and what is not. */
    public record Summary(long recorded, long kept, long keptOctets, long dropped) {}

    public RequestJournal(int maxRequests, long maxOctets) {
        this.maxRequests = maxRequests;
        this.maxOctets = maxOctets;
    }

    /** Takes a request in on arrival, so that it is there even if it is never answered. */
    public synchronized long open(WireRequest request, long binanceMicros) {
        last++;
        requests.put(last, new RecordedRequest(last, request, binanceMicros, Ending.OPEN));
        octets += footprint(request);
        while (requests.size() > maxRequests || (octets > maxOctets && requests.size() > 1)) {
            octets -= footprint(requests.pollFirstEntry().getValue().request());
            dropped++;
        }
        return last;
    }

    public synchronized void close(long number, Ending ending) {
        requests.computeIfPresent(number, (same, request) -> request.withEnding(ending));
    }

    public synchronized List<RecordedRequest> after(long number, int limit, Predicate<RecordedRequest> wanted) {
        return requests.tailMap(number, false).values().stream()
                .filter(wanted)
                .limit(limit)
                .toList();
    }

    public synchronized Summary summary() {
        return new Summary(last, requests.size(), octets, dropped);
    }

    /** Numbers go on, so that a reader who polls by number misses nothing. */
    public synchronized void clear() {
        requests.clear();
        octets = 0;
    }

    private static long footprint(WireRequest request) {
        long headers = 0;
        for (Header header : request.headers()) {
            headers += HEADER_OVERHEAD + header.name().length() + header.value().length();
        }
        return request.raw().size() + request.body().size() + request.target().length() + headers;
    }
}
