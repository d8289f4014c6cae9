package io.countersign.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What two sides did in turns: system, floor, floor, system, and so on, so that neither is always the one that comes first and a machine
 * that gets slower is slower for both.
 *
 * @param floor or whatever else the system is compared with
 */
public record Turns<T>(List<T> system, List<T> floor) {

    public Turns {
        system = List.copyOf(system);
        floor = List.copyOf(floor);
    }

    /** One slice of one side. */
    @FunctionalInterface
    public interface Slice<S, T> {
        T of(S side) throws InterruptedException;
    }

    /** So many slices of each. */
    public static <S, T> Turns<T> take(int slices, S system, S floor, Slice<S, T> slice) throws InterruptedException {
        List<T> ours = new ArrayList<>();
        List<T> theirs = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            if (i % 2 == 0) {
                ours.add(slice.of(system));
                theirs.add(slice.of(floor));
            } else {
                theirs.add(slice.of(floor));
                ours.add(slice.of(system));
            }
        }
        return new Turns<>(ours, theirs);
    }

    /** One figure of each slice. */
    public <R> Turns<R> map(Function<T, R> figure) {
        return new Turns<>(
                system.stream().map(figure).toList(), floor.stream().map(figure).toList());
    }
}
