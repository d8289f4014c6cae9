package io.countersign.sandbox.standin.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.standin.limits.Limits;
import io.countersign.sandbox.standin.limits.UsageMeter;
import io.countersign.sandbox.standin.world.BinanceClock.Fixed;
import io.countersign.sandbox.standin.world.BinanceClock.Offset;
import io.countersign.sandbox.standin.world.SystemStatus;
import io.countersign.sandbox.standin.world.World;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Prices, clock, limits and the system status. */
final class SettingsControl {

    private static final long MAX_MILLIS = 9_000_000_000_000L;
    private static final int MAX_WEIGHT = 1_000_000_000;

    private final World world;
    private final UsageMeter meter;

    SettingsControl(World world, UsageMeter meter) {
        this.world = world;
        this.meter = meter;
    }

    ObjectNode prices() {
        ObjectNode node = Json.object();
        world.prices().all().forEach(node::put);
        return node;
    }

    ObjectNode setPrices(JsonNode body) {
        Map<String, String> given = new LinkedHashMap<>();
        Fields.amounts("prices", body).forEach((symbol, price) -> given.put(symbol, price.toPlainString()));
        if (!world.prices().set(given)) {
            throw UnusableInput.field("prices", "too many symbols, reset the stand-in with POST /reset");
        }
        return prices();
    }

    ObjectNode setClock(ControlRequest request) {
        Fields fields = request.fields(Set.of("offsetMillis", "fixedMillis"));
        if (fields.has("offsetMillis") && fields.has("fixedMillis")) {
            throw UnusableInput.field("fixedMillis", "send it or offsetMillis, not both");
        }
        boolean fixed = fields.has("fixedMillis");
        long millis = fixed
                ? fields.number("fixedMillis", 0, 0, MAX_MILLIS)
                : fields.number("offsetMillis", 0, -MAX_MILLIS, MAX_MILLIS);
        world.clock().set(fixed ? new Fixed(millis) : new Offset(millis));
        return clock();
    }

    ObjectNode clock() {
        return Json.object().put("micros", world.clock().micros());
    }

    ObjectNode setLimits(ControlRequest request) {
        Fields fields = request.fields(Set.of(
                "apiIpWeight",
                "sapiIpWeight",
                "sapiUidWeight",
                "historyPerSecond",
                "windowSeconds",
                "ignoredBeforeBan",
                "banSeconds"));
        Limits usual = Limits.BINANCE;
        meter.set(new Limits(
                fields.count("apiIpWeight", usual.apiIpWeight(), 0, MAX_WEIGHT),
                fields.count("sapiIpWeight", usual.sapiIpWeight(), 0, MAX_WEIGHT),
                fields.count("sapiUidWeight", usual.sapiUidWeight(), 0, MAX_WEIGHT),
                fields.count("historyPerSecond", usual.historyPerSecond(), 0, MAX_WEIGHT),
                fields.count("windowSeconds", usual.windowSeconds(), 1, 86_400),
                fields.count("ignoredBeforeBan", usual.ignoredBeforeBan(), 0, MAX_WEIGHT),
                fields.count("banSeconds", usual.banSeconds(), 1, 259_200)));
        return limits();
    }

    ObjectNode limits() {
        Limits limits = meter.limits();
        return Json.object()
                .put("apiIpWeight", limits.apiIpWeight())
                .put("sapiIpWeight", limits.sapiIpWeight())
                .put("sapiUidWeight", limits.sapiUidWeight())
                .put("historyPerSecond", limits.historyPerSecond())
                .put("windowSeconds", limits.windowSeconds())
                .put("ignoredBeforeBan", limits.ignoredBeforeBan())
                .put("banSeconds", limits.banSeconds());
    }

    ObjectNode setSystemStatus(ControlRequest request) {
        Fields fields = request.fields(Set.of("status", "msg"));
        int status = fields.count("status", 0, 0, 1);
        world.status(new SystemStatus(status, fields.text("msg", status == 0 ? "normal" : "system_maintenance")));
        return systemStatus();
    }

    ObjectNode systemStatus() {
        return Json.object()
                .put("status", world.status().status())
                .put("msg", world.status().msg());
    }
}
