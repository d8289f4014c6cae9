package io.countersign.gateway.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.wire.message.Octets;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * A symbol as Binance lists it.
 *
 * @param permissions of all its permission sets
 * @param withSets its JSON object
 * @param withoutSets the same without what is in its permission sets, which is a third of it and more
 */
public record ListedSymbol(String name, String status, Set<String> permissions, Octets withSets, Octets withoutSets) {

    private static final String SETS = "permissionSets";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    public ListedSymbol {
        permissions = Set.copyOf(permissions);
    }

    static ListedSymbol of(String name, String rules) throws JsonProcessingException {
        JsonNode node = JSON.readTree(rules);
        Set<String> permissions = new HashSet<>();
        node.path(SETS).forEach(set -> set.forEach(each -> permissions.add(each.asText())));
        Octets whole = octets(rules);
        Octets shorter = whole;
        if (node instanceof ObjectNode object && object.has(SETS)) {
            object.putArray(SETS);
            shorter = octets(object.toString());
        }
        return new ListedSymbol(name, node.path("status").asText(""), permissions, whole, shorter);
    }

    private static Octets octets(String text) {
        return Octets.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
