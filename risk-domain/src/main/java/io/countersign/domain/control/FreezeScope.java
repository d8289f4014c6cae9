package io.countersign.domain.control;

import io.countersign.domain.money.Asset;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.request.Transfer;

/** Which requests a freeze stops. */
public sealed interface FreezeScope {

    /** Whether {@code request} is one of them. */
    boolean covers(RequestFacts request);

    /** All of them, reads included. */
    record Everything() implements FreezeScope {
        @Override
        public boolean covers(RequestFacts request) {
            return true;
        }

        @Override
        public String toString() {
            return "everything";
        }
    }

    /** Those to one class of endpoints. */
    record OfEndpoints(EndpointClass endpoints) implements FreezeScope {
        @Override
        public boolean covers(RequestFacts request) {
            return EndpointClass.of(request) == endpoints;
        }

        @Override
        public String toString() {
            return switch (endpoints) {
                case FUND_MOVING -> "requests that move funds";
                case READING -> "requests that read";
            };
        }
    }

    /** Transfers of one asset. */
    record OfAsset(Asset asset) implements FreezeScope {
        @Override
        public boolean covers(RequestFacts request) {
            Transfer transfer = request.transfer();
            return transfer != null && transfer.amount().asset().equals(asset);
        }

        @Override
        public String toString() {
            return "transfers of " + asset;
        }
    }
}
