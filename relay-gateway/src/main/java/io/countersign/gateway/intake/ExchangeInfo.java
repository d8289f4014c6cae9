package io.countersign.gateway.intake;

import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.Reply;
import io.countersign.gateway.view.ExchangeList;
import io.countersign.gateway.view.ListedSymbol;
import io.countersign.reading.Misreading;
import io.countersign.reading.Reading;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.ReferenceMessage.ExchangeRules;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Answers GET /api/v3/exchangeInfo as Binance does: same order, same filters. Symbols are written from shared octets. */
final class ExchangeInfo {

    /** What Binance shows when nothing is asked for, and so all that is known here. */
    private static final Set<String> KNOWN = Set.of("SPOT", "MARGIN", "LEVERAGED");

    private static final Octets COMMA = octets(",");
    private static final Octets END = octets("]}");

    private ExchangeInfo() {}

    static Reply answer(Reading.PublicQuery query, ExchangeList list, Instant now) {
        List<String> named = PublicData.symbols(query);
        Optional<List<String>> permissions = query.value("permissions").map(PublicData::quoted);
        Optional<String> status = query.value("symbolStatus");
        if (!named.isEmpty() && (permissions.isPresent() || status.isPresent())) {
            return Problem.of(new Reading.Refused(
                            Misreading.PARAMETER_COMBINATION,
                            "symbol, symbols: send neither with permissions or symbolStatus"))
                    .toReply();
        }
        if (permissions.isPresent() && !KNOWN.containsAll(permissions.get())) {
            return PublicData.missing("permissions: only SPOT, MARGIN and LEVERAGED are known here");
        }
        List<ListedSymbol> chosen = new ArrayList<>();
        for (String name : named) {
            Optional<ListedSymbol> symbol = list.symbol(name);
            if (symbol.isEmpty()) {
                return PublicData.unknownSymbol();
            }
            chosen.add(symbol.get());
        }
        if (named.isEmpty()) {
            list.symbols().stream()
                    .filter(symbol -> status.isEmpty() || status.get().equals(symbol.status()))
                    .filter(symbol -> permissions.isEmpty()
                            || permissions.get().stream().anyMatch(symbol.permissions()::contains))
                    .forEach(chosen::add);
        }
        boolean sets = !query.value("showPermissionSets").orElse("true").equals("false");
        return PublicData.json(
                head(list.rules(), now), parts(chosen, sets ? ListedSymbol::withSets : ListedSymbol::withoutSets));
    }

    private static Octets head(ExchangeRules rules, Instant now) {
        return octets("{\"timezone\":\"%s\",\"serverTime\":%d,\"rateLimits\":%s,\"exchangeFilters\":%s,\"symbols\":["
                .formatted(rules.timezone(), now.toEpochMilli(), rules.rateLimits(), rules.exchangeFilters()));
    }

    private static List<Octets> parts(List<ListedSymbol> symbols, Function<ListedSymbol, Octets> form) {
        List<Octets> parts = new ArrayList<>(2 * symbols.size() + 1);
        for (ListedSymbol symbol : symbols) {
            if (!parts.isEmpty()) {
                parts.add(COMMA);
            }
            parts.add(form.apply(symbol));
        }
        parts.add(END);
        return parts;
    }

    private static Octets octets(String text) {
        return Octets.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
