package io.countersign.relay.budget;

import io.countersign.reading.CatalogueEndpoint.WeightScope;
import io.countersign.relay.config.RelayConfig;
import io.countersign.wire.settings.StartException;

/**
 * How much weight may be spent in a window.
 *
 * @param api Binance's limit for everything under /api, by address
 * @param sapiIp Binance's limit for each endpoint under /sapi, by address
 * @param sapiUid Binance's limit for each endpoint under /sapi, by Binance user
 * @param relays relays behind one address; each spends its part and no more
 * @param usedPercent how much of a limit is used at most, 1 to 100
 * @param reservedPercent how much of that only goes to what moves funds and to our own look-ups, 0 to 99
 */
public record WeightLimits(int api, int sapiIp, int sapiUid, int relays, int usedPercent, int reservedPercent) {

    private static final int WHOLE = 100;

    public WeightLimits {
        require(api > 0 && sapiIp > 0 && sapiUid > 0, "api, sapi-ip, sapi-uid: give limits above zero");
        require(relays > 0, "relays: give the number of relays behind one address, at least 1");
        require(usedPercent > 0 && usedPercent <= WHOLE, "used-percent: give 1 to 100");
        require(reservedPercent >= 0 && reservedPercent < WHOLE, "reserved-percent: give 0 to 99");
    }

    /** As the settings say. */
    public static WeightLimits of(RelayConfig.Weights config) {
        return new WeightLimits(
                config.api(),
                config.sapiIp(),
                config.sapiUid(),
                config.relays(),
                config.usedPercent(),
                config.reservedPercent());
    }

    /** What all who share the scope may spend. */
    int ofAll(WeightScope scope) {
        int limit =
                switch (scope) {
                    case API -> api;
                    case IP -> sapiIp;
                    case UID -> sapiUid;
                };
        return part(limit, usedPercent);
    }

    /** What this relay may spend. A user's requests all come to one relay, so that only addresses are shared. */
    int ofThisRelay(WeightScope scope) {
        return scope == WeightScope.UID ? ofAll(scope) : ofAll(scope) / relays;
    }

    /** What of {@code weight} is not for everybody. Nobody else competes for a user's own budget. */
    int reserved(WeightScope scope, int weight) {
        return scope == WeightScope.UID ? 0 : part(weight, reservedPercent);
    }

    private static int part(int whole, int percent) {
        return Math.toIntExact((long) whole * percent / WHOLE);
    }

    private static void require(boolean holds, String remedy) {
        if (!holds) {
            throw new StartException(RelayConfig.PREFIX + ".weights." + remedy);
        }
    }
}
