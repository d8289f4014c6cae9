package io.countersign.wire.mapping;

import io.countersign.domain.money.Asset;
import io.countersign.schema.reference.ClockOffset;
import io.countersign.schema.reference.ExchangeRules;
import io.countersign.schema.reference.ExchangeSymbol;
import io.countersign.schema.reference.Prices;
import io.countersign.schema.reference.ReferenceDatum;
import io.countersign.schema.reference.SystemStatus;
import io.countersign.wire.message.ReferenceMessage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Values of the topic of reference data. */
public final class ReferenceMapping {

    public static final AvroMapping<ReferenceMessage, ReferenceDatum> AVRO = new AvroMapping<>(
            ReferenceDatum.class,
            ReferenceDatum.getClassSchema(),
            ReferenceMapping::toAvro,
            ReferenceMapping::fromAvro);

    private ReferenceMapping() {}

    private static ReferenceDatum toAvro(ReferenceMessage message) {
        return new ReferenceDatum(message.at(), toAvro(message.datum()));
    }

    private static Object toAvro(ReferenceMessage.Datum datum) {
        return switch (datum) {
            case ReferenceMessage.Prices d ->
                new Prices(
                        d.quote().code(),
                        mapped(d.byAsset(), Asset::code, BigDecimal::toPlainString),
                        mapped(d.bySymbol(), Function.identity(), BigDecimal::toPlainString));
            case ReferenceMessage.ClockOffset d -> new ClockOffset(d.offset().toMillis());
            case ReferenceMessage.SystemStatus d -> new SystemStatus(d.status(), d.message());
            case ReferenceMessage.ExchangeRules d ->
                new ExchangeRules(d.timezone(), d.rateLimits(), d.exchangeFilters(), d.symbols());
            case ReferenceMessage.ExchangeSymbol d -> new ExchangeSymbol(d.symbol(), d.rules());
        };
    }

    private static ReferenceMessage fromAvro(ReferenceDatum avro) {
        return new ReferenceMessage(avro.getAt(), fromAvro(avro.getDatum()));
    }

    private static ReferenceMessage.Datum fromAvro(Object datum) {
        return switch (datum) {
            case Prices d ->
                new ReferenceMessage.Prices(
                        new Asset(d.getQuote()),
                        mapped(d.getByAsset(), Asset::new, Decimals::parse),
                        mapped(d.getBySymbol(), Function.identity(), Decimals::parse));
            case ClockOffset d -> new ReferenceMessage.ClockOffset(Duration.ofMillis(d.getOffsetMillis()));
            case SystemStatus d -> new ReferenceMessage.SystemStatus(d.getStatus(), d.getMsg());
            case ExchangeRules d ->
                new ReferenceMessage.ExchangeRules(
                        d.getTimezone(), d.getRateLimits(), d.getExchangeFilters(), d.getSymbols());
            case ExchangeSymbol d -> new ReferenceMessage.ExchangeSymbol(d.getSymbol(), d.getRules());
            default ->
                throw new IllegalArgumentException(
                        "unknown datum " + datum.getClass().getSimpleName());
        };
    }

    private static <K, V, L, W> Map<L, W> mapped(Map<K, V> map, Function<K, L> key, Function<V, W> value) {
        Map<L, W> result = new HashMap<>();
        map.forEach((k, v) -> result.put(key.apply(k), value.apply(v)));
        return result;
    }
}
