package io.countersign.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.countersign.gateway.engine.AccountReport;
import io.countersign.reading.CatalogueEndpoint;
import io.countersign.reading.LookUpDescription;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The request to sign to find out what became of another one: with these parameters, {@code timestamp} and {@code signature}, and
 * {@code recvWindow} if wanted. Any other parameter could hide something, and then the answer says nothing.
 *
 * @param connection fingerprint of the API key to sign with, the same as that of the request
 * @param countsFrom from when on an empty answer says something, on Binance's clock
 * @param emptyAnswers that counted so far; with {@code neededAnswers} of them the request was not executed
 * @param lastWord what the latest look-up said; absent before the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LookUpPart(
        String method,
        String path,
        Map<String, String> parameters,
        String connection,
        Instant countsFrom,
        int emptyAnswers,
        int neededAnswers,
        @Nullable String lastWord) {

    /** For clocks: Binance filters by its own. */
    private static final Duration ROOM = Duration.ofMinutes(1);

    static LookUpPart of(CatalogueEndpoint endpoint, LookUpDescription names, AccountReport.Withdrawal withdrawal) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(names.orderId(), withdrawal.orderId());
        parameters.put(names.from(), millis(withdrawal.earliest().minus(ROOM)));
        parameters.put(names.until(), millis(withdrawal.countsFrom().plus(ROOM)));
        return new LookUpPart(
                endpoint.endpoint().method(),
                endpoint.endpoint().path(),
                parameters,
                withdrawal.connection(),
                withdrawal.countsFrom(),
                withdrawal.emptyAnswers(),
                withdrawal.neededAnswers(),
                withdrawal.lastWord());
    }

    private static String millis(Instant instant) {
        return Long.toString(instant.toEpochMilli());
    }
}
