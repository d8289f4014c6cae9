package io.countersign.bench.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What the system and the peer did in turns: system, peer, peer, system, and so on, so that neither is always the first. */
record Turns<T>(List<T> system, List<T> peer) {

    Turns {
        system = List.copyOf(system);
        peer = List.copyOf(peer);
    }

    /** One slice of one contestant. */
    @FunctionalInterface
    interface Slice<T> {
        T of(Contestant contestant) throws InterruptedException;
    }

    /** So many slices of each. */
    static <T> Turns<T> take(int slices, Contestant system, Contestant peer, Slice<T> slice)
            throws InterruptedException {
        List<T> ours = new ArrayList<>();
        List<T> theirs = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            if (i % 2 == 0) {
                ours.add(slice.of(system));
                theirs.add(slice.of(peer));
            } else {
                theirs.add(slice.of(peer));
                ours.add(slice.of(system));
            }
        }
        return new Turns<>(ours, theirs);
    }

    <R> Turns<R> map(Function<T, R> figure) {
        return new Turns<>(
                system.stream().map(figure).toList(), peer.stream().map(figure).toList());
    }
}
