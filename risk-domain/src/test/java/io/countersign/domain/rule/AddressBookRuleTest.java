package io.countersign.domain.rule;

import static io.countersign.domain.testing.Samples.ALICE;
import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.request.Destination;
import io.countersign.domain.testing.RequestSample;
import io.countersign.domain.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressBookRuleTest {

    private static final AddressBookRule RULE = new AddressBookRule(Duration.ZERO);

    @ParameterizedTest(name = "booked {0}, asked {1}: {2}")
    @CsvSource({
        "ETH/0xA/-,  ETH/0xA/-,  PASS", // the very same
        "ETH/0xA/17, ETH/0xA/17, PASS", // the very same with its tag
        "-/0xA/-,    -/0xA/-,    PASS", // both the coin's default network
        "ETH/0xA/-,  BSC/0xA/-,  REJECT", // another network
        "ETH/0xA/-,  -/0xA/-,    REJECT", // the default network may be any
        "-/0xA/-,    ETH/0xA/-,  REJECT", // nor is any the default
        "ETH/0xA/17, ETH/0xA/18, REJECT", // another tag is another person
        "ETH/0xA/17, ETH/0xA/-,  REJECT", // the tag forgotten
        "ETH/0xA/-,  ETH/0xA/17, REJECT", // a tag added
        "ETH/0xA/-,  ETH/0xa/-,  REJECT", // compared exactly: Bitcoin's addresses differ by case
        "ETH/0xA/-,  ETH/0xB/-,  REJECT", // another address
    })
    void comparesNetworkAddressAndTag(String booked, String asked, Verdict expected) {
        RequestSample request = withdrawal(1, "1").to(destination(asked));

        assertThat(RULE.evaluate(request.input(booking(destination(booked)), NOON))
                        .verdict())
                .isEqualTo(expected);
    }

    @Test
    void aTransferWithinTheUsersOwnWalletsHasNoDestination() {
        RequestSample request = withdrawal(1, "1").to(null);

        assertThat(RULE.evaluate(request.input(Account.empty(ALICE), NOON)).verdict())
                .isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest(name = "booked for {0}: {1}")
    @CsvSource({
        "PT0S,            REJECT", // just now
        "PT23H59M59.999S, REJECT", // the last millisecond
        "PT24H,           PASS", // exactly as long as asked
    })
    void aNewAddressCoolsOff(Duration booked, Verdict expected) {
        AddressBookRule rule = new AddressBookRule(Duration.ofHours(24));

        assertThat(rule.evaluate(withdrawal(1, "1").input(booking(Samples.HOME), NOON.plus(booked)))
                        .verdict())
                .isEqualTo(expected);
    }

    @Test
    void whoeverComesTooEarlyIsToldWhenToCome() {
        AddressBookRule rule = new AddressBookRule(Duration.ofHours(24));

        assertThat(rule.evaluate(withdrawal(1, "1").input(booking(Samples.HOME), NOON))
                        .sentence())
                .isEqualTo("this address is new on the address book: it can be used from 2026-11-23T12:00:00Z on");
    }

    @Test
    void anAddressThatComesBackCoolsOffAgain() {
        AddressBookRule rule = new AddressBookRule(Duration.ofHours(24));
        Instant later = NOON.plus(Duration.ofHours(24));
        Account account = booking(Samples.HOME)
                .evolve(new AccountEvent.AddressRemoved(Samples.controlId(2), "", Samples.HOME, later))
                .evolve(new AccountEvent.AddressAdded(Samples.controlId(3), "", Samples.HOME, later));

        assertThat(rule.evaluate(withdrawal(1, "1").input(account, later)).verdict())
                .isEqualTo(Verdict.REJECT);
    }

    private static Destination destination(String text) {
        String[] parts = text.split("/", -1);
        return new Destination(named(parts[0]), parts[1], named(parts[2]));
    }

    private static @Nullable String named(String part) {
        return part.equals("-") ? null : part;
    }

    private static Account booking(Destination destination) {
        return Account.empty(ALICE).evolve(new AccountEvent.AddressAdded(Samples.controlId(1), "", destination, NOON));
    }
}
