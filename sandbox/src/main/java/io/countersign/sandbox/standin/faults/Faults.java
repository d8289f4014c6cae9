package io.countersign.sandbox.standin.faults;

import io.countersign.sandbox.standin.http.WireRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;

/** The rules in force. The first that fits is used up by one. */
public final class Faults {

    public static final int MAX = 1_000;

    private final List<Fault> rules = new ArrayList<>();

    public synchronized void set(List<Fault> next) {
        rules.clear();
        rules.addAll(next);
    }

    public synchronized List<Fault> all() {
        return List.copyOf(rules);
    }

    public synchronized Optional<Fault> take(WireRequest request) {
        ListIterator<Fault> each = rules.listIterator();
        while (each.hasNext()) {
            Fault rule = each.next();
            if (rule.match().fits(request)) {
                useUp(each, rule);
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    private static void useUp(ListIterator<Fault> each, Fault rule) {
        if (rule.times() == 1) {
            each.remove();
            return;
        }
        each.set(rule.once());
    }
}
