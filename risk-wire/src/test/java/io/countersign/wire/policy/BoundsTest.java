package io.countersign.wire.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bounded field takes what is on its bound and refuses what is a step beyond. */
class BoundsTest {

    private static final BigDecimal STEP = new BigDecimal("0.00000001");

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("bounded")
    void aFieldKeepsToItsBounds(Class<? extends Record> type, String field, RecordComponent component) {
        Bounds bounds = component.getAnnotation(Bounds.class);

        if (!bounds.least().isEmpty()) {
            taken(type, field, step(component, bounds.least(), 0));
            refused(type, field, step(component, bounds.least(), -1));
        }
        if (!bounds.above().isEmpty()) {
            taken(type, field, step(component, bounds.above(), 1));
            refused(type, field, step(component, bounds.above(), 0));
        }
        if (!bounds.most().isEmpty()) {
            taken(type, field, step(component, bounds.most(), 0));
            refused(type, field, step(component, bounds.most(), 1));
        }
        if (!bounds.below().isEmpty()) {
            taken(type, field, step(component, bounds.below(), -1));
            refused(type, field, step(component, bounds.below(), 0));
        }
    }

    static Stream<Arguments> bounded() {
        return Stream.of(PolicyDocument.class, AnomalyDocument.class)
                .flatMap(each -> Stream.concat(Stream.of(each), Arrays.stream(each.getDeclaredClasses())))
                .filter(Class::isRecord)
                .flatMap(type -> Arrays.stream(type.getRecordComponents())
                        .filter(each -> each.isAnnotationPresent(Bounds.class))
                        .map(each -> Arguments.of(type, DocumentReader.nameOf(each), each)));
    }

    private static Object step(RecordComponent component, String bound, int steps) {
        if (component.getType() == Duration.class) {
            return Duration.parse(bound).plusNanos(steps);
        }
        BigDecimal step = component.getType() == Integer.class ? BigDecimal.ONE : STEP;
        return new BigDecimal(bound).add(step.multiply(BigDecimal.valueOf(steps)));
    }

    private static void taken(Class<? extends Record> type, String field, Object value) {
        assertThat(problem(type, field, value)).as("%s %s", field, value).doesNotContain("out of range");
    }

    private static void refused(Class<? extends Record> type, String field, Object value) {
        assertThat(problem(type, field, value)).as("%s %s", field, value).contains("out of range");
    }

    /** Other fields may be missing: that is not the question. */
    private static String problem(Class<? extends Record> type, String field, Object value) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (value instanceof BigDecimal number) {
            node.put(field, number);
        } else {
            node.put(field, value.toString());
        }
        Problems problems = new Problems(PolicyLines.of(new YAMLMapper(), ""));
        new DocumentReader(problems).read(type, node, FieldPath.ROOT);
        try {
            problems.throwIfAny();
            return "";
        } catch (PolicyException e) {
            return String.join("; ", List.copyOf(e.problems()));
        }
    }
}
