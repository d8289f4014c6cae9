package io.countersign.domain.account;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Immutable maps that keep the order of insertion, and with it the same state in every run; {@code Map.copyOf} does not. */
final class Ordered {

    private Ordered() {}

    /** The map itself when it is one of these: an account has many, and most events change one of them. */
    static <K, V> Map<K, V> copy(Map<K, V> map) {
        return map instanceof Fixed<K, V> ? map : new Fixed<>(new LinkedHashMap<>(map));
    }

    /** One more; what is there already means a corrupt journal. */
    static <K, V> Map<K, V> added(Map<K, V> map, K key, V value) {
        Corrupt.unless(!map.containsKey(key), "%s is there already", key);
        return with(map, key, value);
    }

    static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> next = changeable(map);
        next.put(key, value);
        return new Fixed<>(next);
    }

    /** One less; what is not there means a corrupt journal. */
    static <K, V> Map<K, V> removed(Map<K, V> map, K key) {
        Corrupt.unless(map.containsKey(key), "%s is not there", key);
        Map<K, V> next = changeable(map);
        next.remove(key);
        return new Fixed<>(next);
    }

    static <K, V> Map<K, V> keeping(Map<K, V> map, Predicate<V> wanted) {
        return keeping(map, (key, value) -> wanted.test(value));
    }

    static <K, V> Map<K, V> keeping(Map<K, V> map, BiPredicate<K, V> wanted) {
        for (Map.Entry<K, V> each : bare(map).entrySet()) {
            if (!wanted.test(each.getKey(), each.getValue())) {
                return fixed(changeable(map, wanted));
            }
        }
        return map;
    }

    /** A copy of what is wanted, to be changed until it is {@link #fixed}: several changes for one copy. */
    static <K, V> Map<K, V> changeable(Map<K, V> map, BiPredicate<K, V> wanted) {
        Map<K, V> next = LinkedHashMap.newLinkedHashMap(map.size() + 1);
        for (Map.Entry<K, V> each : bare(map).entrySet()) {
            if (wanted.test(each.getKey(), each.getValue())) {
                next.put(each.getKey(), each.getValue());
            }
        }
        return next;
    }

    /** {@code map}, which must be from {@link #changeable} and is the caller's no more. */
    static <K, V> Map<K, V> fixed(Map<K, V> map) {
        return new Fixed<>(map);
    }

    private static <K, V> Map<K, V> changeable(Map<K, V> map) {
        return new LinkedHashMap<>(bare(map));
    }

    /** To read: its entries are not wrapped one by one. */
    private static <K, V> Map<K, V> bare(Map<K, V> map) {
        return map instanceof Fixed<K, V> fixed ? fixed.bare : map;
    }

    /** A map that nobody can change, and that says so by its type. */
    private static final class Fixed<K, V> extends AbstractMap<K, V> {

        private final Map<K, V> bare;
        private final Map<K, V> map;

        /** Keeps {@code map}, which nobody else may have. */
        Fixed(Map<K, V> map) {
            this.bare = map;
            this.map = Collections.unmodifiableMap(map);
        }

        @Override
        public @Nullable V get(@Nullable Object key) {
            return map.get(key);
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return map.containsKey(key);
        }

        @Override
        public int size() {
            return map.size();
        }

        @Override
        public Set<K> keySet() {
            return map.keySet();
        }

        @Override
        public Collection<V> values() {
            return map.values();
        }

        @Override
        public Set<Entry<K, V>> entrySet() {
            return map.entrySet();
        }
    }
}
