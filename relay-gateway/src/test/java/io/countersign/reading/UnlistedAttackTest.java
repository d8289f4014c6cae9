package io.countersign.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.wire.message.Octets;
import io.countersign.wire.seal.WireRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attacks of our own, each with what a second parser would make of it. */
class UnlistedAttackTest {

    private static final String PATH = "/sapi/v1/capital/withdraw/apply";
    private static final String TAIL = "&timestamp=1736393892000&signature=" + "0a".repeat(32);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "overlong UTF-8 slash: lenient decoders see / | coin=BTC&address=a%C0%AFb&amount=1 | illegal-characters",
                "NUL: C readers stop here | coin=BTC&address=a%00b&amount=1 | illegal-characters",
                "a byte order mark: some strip it | coin=%EF%BB%BFBTC&address=a&amount=1 | invalid-value",
                "half a surrogate pair: decoders replace it | coin=BTC&address=%ED%A0%80&amount=1 | illegal-characters",
                "a zero width space: nobody sees it | coin=BTC&address=a%E2%80%8B&amount=1 | invalid-value",
                "a letter of another script that looks the same | coin=%D0%92TC&address=a&amount=1 | invalid-value",
                "a name that is escaped: some decode it and see it twice | coin=BTC&address=a&amount=1&%61mount=9 | unknown-parameter",
                "a name with an empty escape behind | coin=BTC&address=a&amount=1&amount%20=9 | unknown-parameter",
                "a name in brackets: PHP and Express make an array | coin=BTC&address=a&amount=1&amount[]=9 | illegal-characters",
                "a name in escaped brackets | coin=BTC&address=a&amount=1&amount%5B%5D=9 | unknown-parameter",
                "a name with a dot: Spring sets a field | coin=BTC&address=a&amount=1&amount.value=9 | unknown-parameter",
                "a semicolon: the separator of old forms | coin=BTC;amount=9&address=a&amount=1 | illegal-characters",
                "an escaped ampersand: cut again after a second decoding | coin=BTC&address=a%26amount=9&amount=1 | illegal-characters",
                "the same, escaped whole | coin=BTC&address=a%26amount%3D9&amount=1 | invalid-value",
                "a pair without a name | coin=BTC&address=a&amount=1&=9 | malformed-parameters",
                "a pair without = | coin=BTC&address=a&amount=1&amount | malformed-parameters",
                "two ampersands | coin=BTC&&address=a&amount=1 | malformed-parameters",
                "an ampersand first | &coin=BTC&address=a&amount=1 | malformed-parameters",
                "two = signs: cut at the first or at the last | coin=BTC&address=a&amount=1=9 | illegal-characters",
                "a plus in an amount: a space, or a sign | coin=BTC&address=a&amount=+1 | illegal-characters",
                "an escaped plus in an amount | coin=BTC&address=a&amount=%2B1 | invalid-value",
                "a needless escape of a digit: not the octets that were signed elsewhere | coin=BTC&address=a&amount=%31 | illegal-characters",
                "full-width digits | coin=BTC&address=a&amount=%EF%BC%91 | invalid-value",
                "an underscore in a number: Java and Rust skip it | coin=BTC&address=a&amount=1_000 | invalid-value",
                "a comma in a number | coin=BTC&address=a&amount=1,000 | invalid-value",
                "a point at the end | coin=BTC&address=a&amount=1. | invalid-value",
                "hexadecimal | coin=BTC&address=a&amount=0x10 | invalid-value",
                "infinity | coin=BTC&address=a&amount=Infinity | invalid-value",
                "more decimals than any reader keeps | coin=BTC&address=a&amount=0.0000000000000000001 | invalid-value",
                "a second recvWindow in other letters | coin=BTC&address=a&amount=1&recvwindow=1 | unknown-parameter",
                "recvWindow without a digit before the point | coin=BTC&address=a&amount=1&recvWindow=.5 | invalid-recv-window",
                "recvWindow below zero | coin=BTC&address=a&amount=1&recvWindow=-5 | invalid-recv-window",
                "a carriage return in a value | coin=BTC&address=a%0D%0Ab&amount=1 | illegal-characters",
                "DEL and C1 controls | coin=BTC&address=a%C2%85&amount=1 | illegal-characters",
                "an escape cut off at the end of a value | coin=BTC&address=a%4&amount=1 | illegal-characters",
                "an escape over the end of a value | coin=BTC&address=a%&amount=1 | illegal-characters",
                "an empty tag: some take it for none | coin=XRP&address=a&addressTag=&amount=1 | empty-parameter",
                "true in capitals | coin=BTC&address=a&amount=1&transactionFeeFlag=TRUE | invalid-value",
                "quotes around a value | coin=\"BTC\"&address=a&amount=1 | illegal-characters",
            })
    void whatHasASecondReadingIsRefused(String why, String body, String slug) {
        Reading inBody = read(PATH, body + TAIL);
        Reading inQuery = read(PATH + "?" + body + TAIL, "");

        for (Reading reading : new Reading[] {inBody, inQuery}) {
            assertThat(reading).as(why).isInstanceOfSatisfying(Reading.Refused.class, refused -> assertThat(
                            refused.reason().slug())
                    .isEqualTo(slug));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a trailing slash | /sapi/v1/capital/withdraw/apply/",
                "a trailing dot | /sapi/v1/capital/withdraw/apply.",
                "an extension | /sapi/v1/capital/withdraw/apply.json",
                "a matrix parameter | /sapi/v1/capital/withdraw/apply;a=b",
                "another case | /sapi/v1/Capital/withdraw/apply",
                "an escaped letter | /sapi/v1/capital/withdraw/%61pply",
                "an escaped slash | /sapi/v1/capital%2Fwithdraw/apply",
                "an escaped question mark | /sapi/v1/capital/withdraw/apply%3Fcoin=BTC",
                "a dot segment | /sapi/v1/./capital/withdraw/apply",
                "a double dot segment | /sapi/v1/capital/x/../withdraw/apply",
                "an escaped dot segment | /sapi/v1/capital/x/%2e%2e/withdraw/apply",
                "a double slash | /sapi/v1//capital/withdraw/apply",
                "an escaped space behind | /sapi/v1/capital/withdraw/apply%20",
                "an escaped NUL behind | /sapi/v1/capital/withdraw/apply%00",
                "another version | /sapi/v2/capital/withdraw/apply",
            })
    void anotherPathIsNoPath(String why, String path) {
        assertThat(read(path, "coin=BTC&address=a&amount=1" + TAIL))
                .as(why)
                .isInstanceOfSatisfying(Reading.Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Misreading.UNKNOWN_ENDPOINT));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "in the middle of a pair | coin=BTC&address=a&amo | unt=1",
                "in the middle of a value | coin=BTC&address=a&amount=1 | 0&recvWindow=5000",
                "in the middle of an escape | coin=BTC&address=a&amount=1&name=a%2 | 0b",
                "before an ampersand | coin=BTC&address=a | &amount=1",
                "after an ampersand | coin=BTC&address=a& | amount=1",
            })
    void theCutBetweenQueryAndBodyIsBetweenPairs(String why, String query, String body) {
        assertThat(read(PATH + "?" + query, body + TAIL)).as(why).isInstanceOf(Reading.Refused.class);
    }

    /** Escapes in small letters are what some form encoders write; a quote or an asterisk is what others leave alone. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "coin=XRP&address=a&addressTag=a%2fb&amount=1",
                "coin=XRP&address=a&addressTag=a/b&amount=1",
                "coin=XRP&address=a&addressTag=a%2Fb&amount=1",
            })
    void otherSpellingsOfOneMeaningAreOneRequest(String body) {
        Reading reading = read(PATH, body + TAIL);

        assertThat(reading).isInstanceOf(Reading.Understood.class);
        assertThat(RequestNaming.name((Reading.Understood) reading)).isEqualTo(RequestNaming.name((Reading.Understood)
                read(PATH, "coin=XRP&address=a&addressTag=a%2Fb&amount=1" + TAIL)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"%7B%22name%22%3A%22O'Neil%20(x)*!%7E%22%7D", "%7B%22name%22%3A%22S%C3%B8n%22%7D"})
    void aQuestionnaireMayHoldWhatPeopleWrite(String questionnaire) {
        Reading reading = read(
                "/sapi/v1/localentity/withdraw/apply",
                "coin=BTC&address=a&amount=1&questionnaire=" + questionnaire + TAIL);

        assertThat(reading).isInstanceOf(Reading.Understood.class);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /sapi/v1/localentity/deposit/provide-info, tranId=1&questionnaire=%7B%22a%22%3A1%7D, understood",
        "PUT, /sapi/v2/localentity/deposit/provide-info, depositId=1&questionnaire=%7B%22a%22%3A1%7D, understood",
        "POST, /sapi/v1/capital/deposit/credit-apply, depositId=1, understood",
        "POST, /sapi/v1/capital/deposit/credit-apply, depositId=1&subAccountId=2, unknown-parameter", // another
        // account's
    })
    void whatReleasesFundsHasNoTransfer(String method, String path, String body, String expected) {
        Reading reading = KeptRequests.READER.read(wire(method, path, body + TAIL));
        Reading displaced = KeptRequests.READER.read(wire(method, path, TAIL.substring(1) + "&" + body));

        switch (reading) {
            case Reading.Understood understood -> {
                assertThat(expected).isEqualTo("understood");
                assertThat(understood.transfer()).isNull();
                assertThat(understood.endpoint().releasesFunds()).isTrue();
                assertThat(displaced)
                        .isInstanceOfSatisfying(Reading.Refused.class, refused -> assertThat(refused.reason())
                                .isEqualTo(Misreading.MISPLACED_SIGNATURE));
            }
            case Reading.Refused refused -> assertThat(refused.reason().slug()).isEqualTo(expected);
            case Reading.PublicQuery ignored -> throw new AssertionError("it is signed");
        }
    }

    private static Reading read(String target, String body) {
        return KeptRequests.READER.read(wire("POST", target, body));
    }

    private static WireRequest wire(String method, String target, String body) {
        return new WireRequest(
                method,
                target,
                "application/x-www-form-urlencoded",
                "k".repeat(64),
                Octets.of(body.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
