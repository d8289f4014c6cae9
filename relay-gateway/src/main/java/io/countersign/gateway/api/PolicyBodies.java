package io.countersign.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.countersign.domain.account.House;
import io.countersign.wire.message.PolicyMessage;
import io.countersign.wire.policy.PolicyDiff;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Policies as officers send and see them. */
final class PolicyBodies {

    private PolicyBodies() {}

    /** A document that is to be published. */
    record Document(@Nullable String yaml) {

        String text() {
            if (yaml == null || yaml.isBlank()) {
                throw Bodies.invalid("yaml: send the policy's document");
            }
            return yaml;
        }
    }

    /** The version that is to judge without effect. */
    record Shadow(@Nullable Long version) {

        long number() {
            if (version == null || version < 1) {
                throw Bodies.invalid("version: send the number of a published policy");
            }
            return version;
        }
    }

    /** What changes from one version to another. */
    record Difference(long from, long to, List<PolicyDiff.Change> changes) {}

    /** What came of publishing: PROPOSED under its version, or ACCEPTED while the engine has not numbered it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Published(@Nullable Long version, String state) {}

    /** One version. */
    record Entry(long version, PolicyState state, String publishedBy, Instant publishedAt) {

        static Entry of(PolicyMessage document, House house) {
            return new Entry(
                    document.version(),
                    PolicyState.of(document.version(), house),
                    document.publishedBy(),
                    document.publishedAt());
        }
    }

    /** Every version, the newest first. */
    record Versions(List<Entry> policies) {}
}
