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
    private static final List<String> REFUSED = List.of("upgrade", "http2-settings", "trailer", "expect");

    private final Set<String> hosts;

    /** Serves the host names {@code hosts}, lower case and without port. */
    HeaderReader(Set<String> hosts) {
        this.hosts = Set.copyOf(hosts);
    }

    /** Null when the headers leave no doubt about where the request begins, ends and belongs. */
    @Nullable
    Refused check(ReceivedRequest request) {
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
        for (String name : REFUSED) {
            if (!request.values(name).isEmpty()) {
                return Misreading.MALFORMED_HEADER.because(name + ": leave this header out");
            }
        }
        return checkFraming(request);
    }

    private @Nullable Refused checkFraming(ReceivedRequest request) {
        if (!request.values("content-encoding").isEmpty()) {
            return Misreading.UNSUPPORTED_CODING.because("content-encoding: send the body as it is, not compressed");
        }
        if (!request.values("transfer-encoding").isEmpty()) {
            return Misreading.LENGTH_REQUIRED.because("transfer-encoding: send the body with a content-length");
        }
        for (String length : request.values("content-length")) {
            if (!DIGITS.matcher(length).matches()
                    || Integer.parseInt(length) != request.body().length()) {
                return Misreading.MALFORMED_HEADER.because("content-length: send the body's length in plain digits");
            }
        }
        List<String> host = request.values("host");
        if (host.isEmpty() || !hosts.contains(withoutPort(host.getFirst().toLowerCase(Locale.ROOT)))) {
            return Misreading.HOST_NOT_SERVED.because("host: send the name under which this gateway is reached");
        }
        return null;
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":[0-9]{1,5}$", "");
    }
}
