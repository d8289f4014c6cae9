package io.countersign.reading;

import io.countersign.reading.Reading.Refused;
import io.countersign.reading.ReceivedRequest.Header;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Judges the header lines of one request: framing that hops could disagree on is refused, the rest is ignored. */
final class HeaderReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E\\x80-\\xFF\\t]{0,8192}");
    private static final Pattern DIGITS = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final List<String> AT_MOST_ONCE =
            List.of("host", "content-type", "content-length", "x-mbx-apikey", "authorization");
    private static final List<String> UNFRAMED = List.of("trailer", "expect");
    private static final List<String> OTHER_PROTOCOL = List.of("upgrade", "http2-settings");
    /** Any other option names a header that the next hop would take away. */
    private static final Set<String> CONNECTION = Set.of("close", "keep-alive", "te");

    private final Set<String> hosts;

    /** Serves the host names {@code hosts}, lower case and without port. */
    HeaderReader(Set<String> hosts) {
        this.hosts = Set.copyOf(hosts);
    }

    /** Null when the headers leave no doubt about where the request begins, ends and belongs. */
    @Nullable
    Refused check(ReceivedRequest request) {
        Refused refused = checkHead(request);
        if (refused != null) {
            return refused;
        }
        refused = leftOut(request, OTHER_PROTOCOL);
        if (refused != null) {
            return refused;
        }
        for (String option : request.values("connection")) {
            if (!CONNECTION.containsAll(options(option))) {
                return Misreading.MALFORMED_HEADER.because(
                        "connection: send close or keep-alive, and no other header's name");
            }
        }
        if (!request.values("content-encoding").isEmpty()) {
            return Misreading.UNSUPPORTED_CODING.because("content-encoding: send the body as it is, not compressed");
        }
        if (!request.values("content-length").isEmpty()
                && length(request) != request.body().length()) {
            return Misreading.MALFORMED_HEADER.because("content-length: send the body's length in plain digits");
        }
        if (!hosts.contains(withoutPort(request.values("host").getFirst().toLowerCase(Locale.ROOT)))) {
            return Misreading.HOST_NOT_SERVED.because("host: send the name under which this gateway is reached");
        }
        return null;
    }

    /** Null when two hops must agree on where this head's request ends. */
    static @Nullable Refused checkHead(ReceivedRequest request) {
        for (Header header : request.headers()) {
            if (!NAME.matcher(header.name()).matches()
                    || !VALUE.matcher(header.value()).matches()) {
                return Misreading.MALFORMED_HEADER.because("headers: send names and values without control characters");
            }
        }
        for (String name : AT_MOST_ONCE) {
            if (request.values(name).size() > 1) {
                return Misreading.MALFORMED_HEADER.because(name + ": send this header once");
            }
        }
        Refused refused = leftOut(request, UNFRAMED);
        return refused != null ? refused : checkFraming(request);
    }

    private static @Nullable Refused leftOut(ReceivedRequest request, List<String> names) {
        for (String name : names) {
            if (!request.values(name).isEmpty()) {
                return Misreading.MALFORMED_HEADER.because(name + ": leave this header out");
            }
        }
        return null;
    }

    private static @Nullable Refused checkFraming(ReceivedRequest request) {
        if (!request.values("transfer-encoding").isEmpty()) {
            return Misreading.LENGTH_REQUIRED.because("transfer-encoding: send the body with a content-length");
        }
        for (String length : request.values("content-length")) {
            if (!DIGITS.matcher(length).matches()) {
                return Misreading.MALFORMED_HEADER.because("content-length: send the body's length in plain digits");
            }
        }
        if (request.values("host").isEmpty()) {
            return Misreading.HOST_NOT_SERVED.because("host: send the name under which this gateway is reached");
        }
        return null;
    }

    /** Octets of the body that a head announces which {@link #checkHead} let pass. */
    static int length(ReceivedRequest request) {
        List<String> lengths = request.values("content-length");
        return lengths.isEmpty() ? 0 : Integer.parseInt(lengths.getFirst());
    }

    private static List<String> options(String list) {
        return List.of(list.toLowerCase(Locale.ROOT).strip().split("[ \\t]*,[ \\t]*", -1));
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":[0-9]{1,5}$", "");
    }
}
