package io.countersign.relay.outcome;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Binance's statuses and error codes say about execution, read from the table that ships with this build. */
public final class ErrorCodes {

    private static final String RESOURCE = "/binance/error-codes.json";

    private final Map<Integer, Execution> byCode = new HashMap<>();
    private final Map<String, Execution> byStatus = new HashMap<>();

    private ErrorCodes(Table table) {
        for (Code each : table.codes()) {
            byCode.put(each.code(), each.execution());
        }
        for (Status each : table.http()) {
            byStatus.put(each.status(), each.execution());
        }
    }

    /** The table that ships with this build. */
    public static ErrorCodes load() {
        try (InputStream file = ErrorCodes.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException("error table %s is missing".formatted(RESOURCE));
            }
            return new ErrorCodes(JsonMapper.builder().build().readValue(file, Table.class));
        } catch (IOException e) {
            throw new IllegalStateException("error table %s is unreadable".formatted(RESOURCE), e);
        }
    }

    /** What {@code code} says; null when it is not listed. */
    @Nullable
    Execution ofCode(int code) {
        return byCode.get(code);
    }

    /** What {@code status} says by itself, or its class such as 5XX. */
    Execution ofStatus(int status) {
        Execution exact = byStatus.get(Integer.toString(status));
        return exact != null ? exact : byStatus.getOrDefault(status / 100 + "XX", Execution.BY_CODE);
    }

    /** Whether a refused request was carried out. */
    enum Execution {
        NOT_EXECUTED,
        UNKNOWN,
        /** Only the body tells. */
        BY_CODE
    }

    private record Table(String provenance, String note, List<Status> http, List<Code> codes) {}

    private record Status(String status, Execution execution) {}

    private record Code(int code, String name, Execution execution) {}
}
