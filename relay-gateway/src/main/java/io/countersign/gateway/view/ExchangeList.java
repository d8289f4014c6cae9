package io.countersign.gateway.view;

import io.countersign.wire.message.ReferenceMessage.ExchangeRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Exchange information as it was at one time: the rules, and the symbols in Binance's order. */
public final class ExchangeList {

    private final ExchangeRules rules;
    private final List<ListedSymbol> symbols;
    private final Map<String, ListedSymbol> byName;
    private final Instant at;

    ExchangeList(ExchangeRules rules, List<ListedSymbol> symbols, Instant at) {
        this.rules = rules;
        this.symbols = List.copyOf(symbols);
        this.byName = symbols.stream().collect(Collectors.toMap(ListedSymbol::name, Function.identity()));
        this.at = at;
    }

    public ExchangeRules rules() {
        return rules;
    }

    public List<ListedSymbol> symbols() {
        return symbols;
    }

    public Optional<ListedSymbol> symbol(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** When the relay saw it, on Binance's clock. */
    public Instant at() {
        return at;
    }
}
