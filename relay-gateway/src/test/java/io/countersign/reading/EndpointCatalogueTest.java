package io.countersign.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointCatalogueTest {

    private static final String TIME = "{'method':'GET','path':'/api/v3/time','security':'PUBLIC','weight':1,"
            + "'scope':'API','movesFunds':false,'parameters':[]}";

    @Test
    void everyWithdrawalNamesItsTransfer() {
        CatalogueEndpoint withdraw = EndpointCatalogue.load()
                .find("POST", "/sapi/v1/capital/withdraw/apply")
                .orElseThrow();

        assertThat(withdraw.movesFunds()).isTrue();
        assertThat(withdraw.weight()).isEqualTo(900);
        assertThat(withdraw.scope()).isEqualTo(CatalogueEndpoint.WeightScope.UID);
    }

    @Test
    void fourEndpointsMoveFunds() {
        assertThat(EndpointCatalogue.load().endpoints().stream().filter(CatalogueEndpoint::movesFunds))
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[] | is unreadable", // not an object
                "{'endpoints':[]} | is empty",
                "{'endpoints':[$,$]} | listed twice",
                "{'endpoints':[$],'more':1} | is unreadable", // an unknown field
                "{'endpoints':[{'method':'GET','path':'/x','security':'PUBLIC','weight':0,'scope':'IP','movesFunds':false,'parameters':[]}]} | a weight",
                "{'endpoints':[{'method':'GET','path':'/x','security':'SIGNED','weight':1,'scope':'IP','movesFunds':false,'parameters':[]}]} | signature",
            })
    void aBrokenCatalogueIsRefusedInOneLine(String json, String why) {
        String text = json.replace("$", TIME).replace('\'', '"');

        assertThatIllegalStateException()
                .isThrownBy(
                        () -> EndpointCatalogue.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                .withMessageContaining(why)
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("\n"));
    }
}
