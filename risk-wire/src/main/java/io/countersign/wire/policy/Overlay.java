package io.countersign.wire.policy;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays a record of what differs over another one, field by field. */
final class Overlay {

    private Overlay() {}

    /**
     * What {@code top} says, and what {@code base} says where it does not. Lists are taken whole.
     *
     * @throws IllegalArgumentException when the fields of the two do not go together
     */
    static <R extends Record> R over(Class<R> type, R base, @Nullable R top) {
        return top == null ? base : type.cast(records(base, top));
    }

    private static Object merged(Object base, Object top) {
        if (base instanceof Map<?, ?> below && top instanceof Map<?, ?> above) {
            Map<Object, Object> all = new LinkedHashMap<>(below);
            above.forEach((key, value) -> all.merge(key, value, Overlay::merged));
            return Collections.unmodifiableMap(all);
        }
        return base instanceof Record && Leaves.of(base.getClass()) == null ? records(base, top) : top;
    }

    private static Object records(Object base, Object top) {
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent each : base.getClass().getRecordComponents()) {
            Object below = valueOf(each, base);
            Object above = valueOf(each, top);
            if (below == null || above == null) {
                values.add(above == null ? below : above);
            } else {
                values.add(merged(below, above));
            }
        }
        return construct(base.getClass(), values);
    }

    static @Nullable Object valueOf(RecordComponent component, Object owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A record of {@code type} of these values; what its constructor objects to is passed on. */
    static Object construct(Class<?> type, List<@Nullable Object> values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException objection) {
                throw objection;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
