package io.countersign.reading;

import io.countersign.domain.request.Endpoint;

/**
 * How an endpoint is asked about one withdrawal of another endpoint.
 *
 * @param lists METHOD /path of the endpoint whose withdrawals it lists, each that there is
 * @param orderId parameter that takes the withdrawOrderId
 * @param from parameter with the beginning of the time that is asked about
 * @param until parameter with its end
 * @param days less than so many may lie between the two, and so many are meant when neither is sent
 * @param status field of Binance's answer with the state of a withdrawal
 */
public record LookUpDescription(String lists, String orderId, String from, String until, int days, String status) {

    /** The endpoint whose withdrawals are listed. */
    public Endpoint listed() {
        return Endpoint.parse(lists);
    }
}
