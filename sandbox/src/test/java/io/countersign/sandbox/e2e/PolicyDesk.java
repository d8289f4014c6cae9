package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.policy.Officers;
import io.countersign.sandbox.policy.PolicyApi;
import io.countersign.sandbox.token.TokenIssuer;
import io.countersign.sandbox.token.TokenRequest;
import java.time.Clock;

/** Two officers who change the sandbox's policy. */
public record PolicyDesk(Sandbox sandbox) {

    /** Returns when the engine judges by it. */
    public long publish(String yaml) throws InterruptedException {
        long version = as(Officers.FIRST).publish(yaml);
        as(Officers.SECOND).confirm(version);
        NativeApi officer = NativeApi.with(sandbox, TokenRequest.officer(Officers.FIRST));
        long judging = Poll.until(
                () -> officer.get("/v1/admin/accounts/anybody/limits")
                        .path("policyVersion")
                        .asLong(),
                seen -> seen == version);
        assertThat(judging).isEqualTo(version);
        return version;
    }

    long live() throws InterruptedException {
        return as(Officers.FIRST).versions().stream()
                .filter(PolicyApi.Version::isLive)
                .findFirst()
                .orElseThrow()
                .number();
    }

    /** The document that judges. */
    public String document() throws InterruptedException {
        return as(Officers.FIRST).document(live());
    }

    String state(long version) throws InterruptedException {
        return as(Officers.FIRST).versions().stream()
                .filter(each -> each.number() == version)
                .findFirst()
                .orElseThrow()
                .state();
    }

    PolicyApi as(String name) {
        TokenIssuer tokens = TokenIssuer.withKeysIn(sandbox.files().keys(), Clock.systemUTC());
        return PolicyApi.as(name, sandbox.addresses().gateway(), tokens);
    }
}
