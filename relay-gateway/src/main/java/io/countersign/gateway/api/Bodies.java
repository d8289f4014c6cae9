package io.countersign.gateway.api;

import io.countersign.domain.request.Destination;
import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemException;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.reading.ValueForms;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What callers send under /v1. */
final class Bodies {

    private static final int LONGEST_REASON = 200;
    private static final Pattern TIER = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private Bodies() {}

    /** A destination; no network means the coin's default at Binance. */
    record AddressBody(
            @Nullable String network,
            @Nullable String address,
            @Nullable String tag) {

        Destination destination() {
            if (address == null || !ValueForms.isAddress(address)) {
                throw invalid("address: send 1 to 128 letters, digits and . _ : -");
            }
            if (network != null && !ValueForms.isNetwork(network)) {
                throw invalid("network: send 1 to 20 upper-case letters and digits, or leave it out");
            }
            if (tag != null && !ValueForms.isTag(tag)) {
                throw invalid("tag: send 1 to 128 letters, digits and . _ : @ / -, or leave it out");
            }
            return new Destination(network, address, tag);
        }
    }

    /** An API key. It is fingerprinted at once and kept nowhere. */
    record ConnectionBody(@Nullable String apiKey, @Nullable String publicKey) {

        /** Of the connection's signatures; null for HMAC. */
        @Nullable
        String canonicalPublicKey() {
            return publicKey == null ? null : PublicKeys.canonical(publicKey);
        }

        String key() {
            if (apiKey == null || !ValueForms.isApiKey(apiKey)) {
                throw invalid("apiKey: send the 64 letters and digits of the Binance API key");
            }
            return apiKey;
        }

        @Override
        public String toString() {
            return "a connection body";
        }
    }

    /** Why somebody lifts a freeze. */
    record ReasonBody(@Nullable String reason) {}

    /** The tier of the policy that an account comes into; null for none. */
    record TierBody(@Nullable String tier) {

        @Nullable
        String name() {
            if (tier != null && !TIER.matcher(tier).matches()) {
                throw invalid("tier: send the name of one of the policy's tiers, or null for none");
            }
            return tier;
        }
    }

    static String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw invalid("reason: send 1 to 200 characters that say why");
        }
        if (reason.codePoints().anyMatch(Character::isISOControl)) {
            throw invalid("reason: send no control characters");
        }
        return reason;
    }

    static <T> T required(@Nullable T body) {
        if (body == null) {
            throw invalid("body: send a JSON object");
        }
        return body;
    }

    static ProblemException invalid(String detail) {
        return new ProblemException(Problem.of(ProblemType.INVALID_BODY, detail));
    }
}
