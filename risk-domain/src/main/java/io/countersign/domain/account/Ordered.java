package io.countersign.domain.account;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Immutable maps that keep the order of insertion, and with it the same state in every run; {@code Map.copyOf} does not. */
final class Ordered {

    private Ordered() {}

    static <K, V> Map<K, V> copy(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** One more; what is there already means a corrupt journal. */
    static <K, V> Map<K, V> added(Map<K, V> map, K key, V value) {
        Corrupt.unless(!map.containsKey(key), "%s is there already", key);
        return with(map, key, value);
    }

    static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> next = new LinkedHashMap<>(map);
        next.put(key, value);
        return next;
    }

    /** One less; what is not there means a corrupt journal. */
    static <K, V> Map<K, V> removed(Map<K, V> map, K key) {
        Corrupt.unless(map.containsKey(key), "%s is not there", key);
        Map<K, V> next = new LinkedHashMap<>(map);
        next.remove(key);
        return next;
    }

    static <K, V> Map<K, V> keeping(Map<K, V> map, Predicate<V> wanted) {
        if (map.values().stream().allMatch(wanted)) {
            return map;
        }
        Map<K, V> next = new LinkedHashMap<>(map);
        next.values().removeIf(wanted.negate());
        return next;
    }
}
