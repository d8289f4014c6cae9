package io.countersign.gateway.api;

import io.countersign.domain.control.ControlChange.FreezeAccount;
import io.countersign.domain.control.EndpointClass;
import io.countersign.domain.control.FreezeScope;
import io.countersign.domain.money.Asset;
import io.countersign.gateway.engine.AccountReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Freezes as they are asked for and shown. */
final class FreezeBodies {

    private FreezeBodies() {}

    /** An owner's: of everything. */
    record Own(@Nullable String reason, @Nullable Instant until) {

        FreezeAccount change() {
            return new FreezeAccount(new FreezeScope.Everything(), Bodies.reason(reason), until);
        }
    }

    /** An officer's: of everything, of a class of endpoints, or of an asset. */
    record Scoped(
            @Nullable String scope,
            @Nullable String of,
            @Nullable String reason,
            @Nullable Instant until) {

        FreezeAccount change() {
            return new FreezeAccount(frozen(), Bodies.reason(reason), until);
        }

        private FreezeScope frozen() {
            return switch (scope == null ? "EVERYTHING" : scope) {
                case "EVERYTHING" -> everything();
                case "ENDPOINTS" -> new FreezeScope.OfEndpoints(endpoints());
                case "ASSET" -> new FreezeScope.OfAsset(asset());
                default -> throw Bodies.invalid("scope: send EVERYTHING, ENDPOINTS or ASSET");
            };
        }

        private FreezeScope everything() {
            if (of != null) {
                throw Bodies.invalid("of: leave it out where everything is frozen");
            }
            return new FreezeScope.Everything();
        }

        private EndpointClass endpoints() {
            return switch (of == null ? "" : of) {
                case "FUND_MOVING" -> EndpointClass.FUND_MOVING;
                case "READING" -> EndpointClass.READING;
                default -> throw Bodies.invalid("of: send FUND_MOVING or READING");
            };
        }

        private Asset asset() {
            try {
                return new Asset(of == null ? "" : of);
            } catch (IllegalArgumentException e) {
                throw Bodies.invalid("of: send the asset's code, such as BTC");
            }
        }
    }

    /** Those that hold: of the account, and for everyone. */
    record Shown(
            Instant asOf, boolean stale, List<AccountReport.Freeze> freezes, List<AccountReport.Freeze> forEveryone) {}
}
