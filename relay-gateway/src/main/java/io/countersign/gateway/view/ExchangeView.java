package io.countersign.gateway.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.countersign.wire.message.ReferenceMessage.ExchangeRules;
import io.countersign.wire.message.ReferenceMessage.ExchangeSymbol;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Exchange information, put together from what is told symbol by symbol. The topic's partitions are read in any order: a list is
 * shown when all that it lists is here, and until then the one before it. Safe for many threads.
 */
final class ExchangeView {

    private static final Logger LOG = Logger.getLogger(ExchangeView.class);

    private final Map<String, ListedSymbol> symbols = new HashMap<>();
    private @Nullable ExchangeRules newest;
    private Instant at = Instant.EPOCH;
    private boolean changed;
    private @Nullable ExchangeList shown;

    synchronized void accept(ExchangeSymbol told) {
        try {
            symbols.put(told.symbol(), ListedSymbol.of(told.symbol(), told.rules()));
            changed = true;
        } catch (JsonProcessingException e) {
            LOG.warn("a symbol's rules are not JSON, ignored");
        }
    }

    synchronized void accept(ExchangeRules told, Instant seenAt) {
        newest = told;
        at = seenAt;
        changed = true;
    }

    synchronized Optional<ExchangeList> list() {
        ExchangeRules rules = newest;
        if (changed && rules != null && symbols.keySet().containsAll(rules.symbols())) {
            List<ListedSymbol> inOrder = new ArrayList<>();
            rules.symbols().forEach(name -> inOrder.add(symbols.get(name)));
            shown = new ExchangeList(rules, inOrder, at);
            changed = false;
        }
        return Optional.ofNullable(shown);
    }
}
