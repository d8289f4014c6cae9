package io.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeteredPathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sapi/v1/capital/withdraw/apply",
                "/api/v3/time",
                "/v1/limits",
                "/v1/requests/{id}",
                "/v1/admin/accounts/{account}/freezes/{id}",
                "/q/health/ready",
                "NOT_FOUND",
                "root",
            })
    void oursIsTold(String uri) {
        assertThat(metered(uri)).isEqualTo(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sapi/v1/account/ABCDEFGH",
                "/sapi/v1/capital/withdraw/apply/",
                "/v1/0123456789abcdef",
                "/v1/requests/ABCD",
                "/v1/abcdefghijklmnopqrstuvwxyz",
                "/q/metrics;a",
                "/.turned-away/ABCD",
                "/",
                "",
            })
    void whatACallerWroteIsNot(String uri) {
        assertThat(metered(uri)).isEqualTo(MeteredPaths.OTHER);
    }

    private static String metered(String uri) {
        Meter.Id id = new Meter.Id("http.server.requests", Tags.of("uri", uri), null, null, Meter.Type.TIMER);
        return String.valueOf(MeteredPaths.filter().map(id).getTag("uri"));
    }
}
