package io.countersign.bench.endtoend;

import io.countersign.bench.load.Sample;
import java.util.List;

/**
 * A stretch of load on one of the two ways.
 *
 * @param arrival from due to the octets at Binance
 * @param answer from due to the whole answer
 * @param flights those of the requests that left a record on every topic
 */
record Slice(Sample arrival, Sample answer, List<Flight> flights) {

    Slice {
        flights = List.copyOf(flights);
    }
}
