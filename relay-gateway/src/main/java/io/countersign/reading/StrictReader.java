package io.countersign.reading;

import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.Transfer;
import io.countersign.reading.CatalogueEndpoint.TransferNames;
import io.countersign.reading.Reading.Refused;
import io.countersign.wire.seal.WireRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a request in the one possible way, or refuses it. Nothing it accepts has a second reading. */
public final class StrictReader {

    private static final Set<String> FORM = Set.of(
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded;charset=utf-8",
            "application/x-www-form-urlencoded; charset=utf-8");
    /** Some clients label an empty body so. */
    private static final Set<String> JSON =
            Set.of("application/json", "application/json;charset=utf-8", "application/json; charset=utf-8");

    private static final int MILLISECOND_DIGITS = 13;
    private static final BigDecimal DEFAULT_RECV_WINDOW = BigDecimal.valueOf(5_000);
    private static final int MICROS_PER_MILLI_DIGITS = 3;

    private final EndpointCatalogue catalogue;
    private final HeaderReader headers;

    /** A reader for requests to the host names {@code hosts}, lower case and without port. */
    public StrictReader(EndpointCatalogue catalogue, Set<String> hosts) {
        this.catalogue = catalogue;
        this.headers = new HeaderReader(hosts);
    }

    /** Reads a request as it came off the socket. */
    public Reading read(ReceivedRequest request) {
        List<String> keys = request.values("x-mbx-apikey");
        List<String> types = request.values("content-type");
        WireRequest wire = new WireRequest(
                request.method(),
                request.target(),
                types.isEmpty() ? null : types.getFirst(),
                keys.isEmpty() ? "" : keys.getFirst(),
                request.body());
        Refused refused = RequestForm.check(wire);
        if (refused == null) {
            refused = headers.check(request);
        }
        return refused != null ? refused : read(wire);
    }

    /** Reads again what was read before: the same octets give the same reading. */
    public Reading read(WireRequest wire) {
        Refused malformed = RequestForm.check(wire);
        if (malformed != null) {
            return malformed;
        }
        int mark = wire.target().indexOf('?');
        String path = mark < 0 ? wire.target() : wire.target().substring(0, mark);
        Optional<CatalogueEndpoint> endpoint = catalogue.find(wire.method(), path);
        if (endpoint.isEmpty()) {
            return catalogue.knowsPath(path)
                    ? Misreading.METHOD_NOT_ALLOWED.because("method: this endpoint has another method")
                    : Misreading.UNKNOWN_ENDPOINT.because(
                            "path: it is not in the catalogue, octet for octet; see the list of endpoints");
        }
        String query = mark < 0 ? null : wire.target().substring(mark + 1);
        return readParts(wire, endpoint.get(), query);
    }

    private Reading readParts(WireRequest wire, CatalogueEndpoint endpoint, @Nullable String query) {
        Refused refused = checkEnvelope(wire, endpoint);
        PairReader pairs = new PairReader(endpoint);
        if (refused == null && query != null) {
            refused = pairs.readPart(query, "query");
        }
        if (refused == null && wire.body().length() > 0) {
            refused = pairs.readPart(new String(wire.body().toBytes(), StandardCharsets.ISO_8859_1), "body");
        }
        if (refused == null) {
            refused = pairs.checkComplete();
        }
        if (refused != null) {
            return refused;
        }
        List<Parameter> parameters = List.copyOf(pairs.parameters());
        if (!endpoint.isSigned()) {
            return new Reading.PublicQuery(endpoint, parameters);
        }
        return new Reading.Understood(
                endpoint,
                parameters,
                transfer(endpoint, pairs),
                window(pairs),
                pairs.value(Parameter.SIGNATURE).orElseThrow(),
                wire);
    }

    private static @Nullable Refused checkEnvelope(WireRequest wire, CatalogueEndpoint endpoint) {
        if (endpoint.isSigned() && !ValueForms.isApiKey(wire.apiKey())) {
            return Misreading.MALFORMED_API_KEY.because("X-MBX-APIKEY: send one header with 64 letters and digits");
        }
        boolean hasBody = wire.body().length() > 0;
        if (hasBody && wire.method().equals("GET")) {
            return Misreading.UNEXPECTED_BODY.because("body: send the parameters of a GET in the query");
        }
        if (wire.contentType() == null) {
            return hasBody
                    ? Misreading.UNSUPPORTED_CONTENT_TYPE.because(
                            "content-type: send application/x-www-form-urlencoded with a body")
                    : null;
        }
        String type = wire.contentType().toLowerCase(Locale.ROOT);
        if (FORM.contains(type) || (!hasBody && JSON.contains(type))) {
            return null;
        }
        return Misreading.UNSUPPORTED_CONTENT_TYPE.because(
                "content-type: send application/x-www-form-urlencoded, in UTF-8, or leave the body empty");
    }

    private static @Nullable Transfer transfer(CatalogueEndpoint endpoint, PairReader pairs) {
        TransferNames names = endpoint.transferNames();
        if (names == null) {
            return null;
        }
        Asset asset = new Asset(pairs.value(names.asset()).orElseThrow());
        Amount amount = Amount.of(pairs.value(names.amount()).orElseThrow(), asset);
        Destination destination = pairs.value(names.address())
                .map(address -> new Destination(
                        pairs.value(names.network()).orElse(null),
                        address,
                        pairs.value(names.tag()).orElse(null)))
                .orElse(null);
        return new Transfer(amount, destination, pairs.value(names.orderId()).orElse(null));
    }

    private static SignatureWindow window(PairReader pairs) {
        String digits = pairs.value(Parameter.TIMESTAMP).orElseThrow();
        ChronoUnit unit = digits.length() == MILLISECOND_DIGITS ? ChronoUnit.MILLIS : ChronoUnit.MICROS;
        BigDecimal millis =
                pairs.value(Parameter.RECV_WINDOW).map(BigDecimal::new).orElse(DEFAULT_RECV_WINDOW);
        long micros = millis.movePointRight(MICROS_PER_MILLI_DIGITS).longValueExact();
        return new SignatureWindow(
                Instant.EPOCH.plus(Long.parseLong(digits), unit), Duration.of(micros, ChronoUnit.MICROS));
    }
}
