package io.countersign.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.countersign.gateway.engine.AccountReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is shown of an account, to its owner and to officers alike. All of it says when it was so, and whether a copy said it. */
final class Readings {

    private Readings() {}

    /** The address book. */
    record Addresses(Instant asOf, boolean stale, List<AccountReport.Address> addresses) {

        static Addresses of(AccountReport report) {
            return new Addresses(
                    report.state().at(), report.isStale(), report.state().addressBook());
        }
    }

    /** The API keys, by their fingerprints. */
    record Connections(Instant asOf, boolean stale, List<AccountReport.Connection> connections) {

        static Connections of(AccountReport report) {
            return new Connections(
                    report.state().at(), report.isStale(), report.state().connections());
        }
    }

    /** The questions that wait, or that were answered and not used yet. */
    record Confirmations(Instant asOf, boolean stale, List<AccountReport.Confirmation> confirmations) {

        static Confirmations of(AccountReport report) {
            return new Confirmations(
                    report.state().at(), report.isStale(), report.state().confirmations());
        }
    }

    /** Every limit, and what is left of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Limits(
            Instant asOf,
            boolean stale,
            long policyVersion,
            @Nullable String tier,
            List<AccountReport.Limit> limits) {

        static Limits of(AccountReport report) {
            AccountReport.State state = report.state();
            return new Limits(state.at(), report.isStale(), state.policyVersion(), state.tier(), state.limits());
        }
    }

    static FreezeBodies.Shown freezes(AccountReport report) {
        return new FreezeBodies.Shown(
                report.state().at(),
                report.isStale(),
                report.state().freezes(),
                report.state().freezesForEveryone());
    }
}
