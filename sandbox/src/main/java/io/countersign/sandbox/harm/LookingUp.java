package io.countersign.sandbox.harm;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.HandSigned;
import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.evidence.Problem;
import io.countersign.sandbox.evidence.Promise;
import io.countersign.sandbox.settings.SandboxException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What clients do about what is unknown to them: they ask for the request, sign the look-up that it names, and ask again. */
final class LookingUp {
    private static final String UNKNOWN = "UNKNOWN";
    private static final String STEP = "look-ups";

    /** For clocks: what is signed a moment too early was signed in vain. */
    private static final Duration ROOM = Duration.ofMillis(200);

    private final Map<String, Case> cases = new LinkedHashMap<>();
    private int signed;

    /** One request whose outcome is unknown, and the last that its client heard of it. */
    private static final class Case {
        private final Told told;
        private final DemoAccount account;
        private String state = UNKNOWN;
        private boolean lookedUp;

        Case(Told told, DemoAccount account) {
            this.told = told;
            this.account = account;
        }

        boolean isOpen() {
            return state.equals(UNKNOWN);
        }
    }

    /** Who was told no place cannot ask; what moves nothing may be signed anew. */
    void take(Told told, DemoAccount account) {
        if (told.withdrawal() && !told.place().isEmpty()) {
            cases.putIfAbsent(told.place(), new Case(told, account));
        }
    }

    /** Looks up once whatever was not looked up yet: what Binance has needs no more. */
    void once(DemoWorld world) throws InterruptedException {
        for (Case each : cases.values()) {
            if (!each.lookedUp) {
                lookUp(world, each, Instant.MAX);
            }
        }
    }

    /** Looks up, each when its request's resource says that the answer counts, until nothing is unknown or {@code patience} ends. */
    void untilNoneIsLeft(DemoWorld world, Duration patience) throws InterruptedException {
        boolean unused = Poll.until(
                patience,
                () -> {
                    for (Case each : cases.values()) {
                        if (each.isOpen()) {
                            lookUp(world, each, Instant.now().minus(ROOM));
                        }
                    }
                    return cases.values().stream().noneMatch(Case::isOpen);
                },
                none -> none);
    }

    /** Whatever was resolved otherwise than Binance has it, or could have been resolved and was not. */
    List<Problem> problems(Truth truth) {
        List<Problem> problems = new ArrayList<>();
        for (Case each : cases.values()) {
            boolean executed = truth.isExecuted(each.told.digest());
            boolean wrong = each.state.equals("DONE") ? !executed : executed && !each.isOpen();
            if (wrong) {
                problems.add(new Problem(
                        executed ? Promise.REFUSED_MEANS_NOT_EXECUTED : Promise.DONE_MEANS_EXECUTED,
                        each.told.name() + ", resolved as " + each.state));
            }
            if (each.isOpen()) {
                problems.add(new Problem(
                        Promise.UNKNOWN_ONLY_IF_UNKNOWN, each.told.name() + ", looked up and still unknown"));
            }
            if (!each.state.equals(truth.state(each.told.digest()).orElse(UNKNOWN))) {
                problems.add(new Problem(Promise.ONE_STORY, each.told.name() + ", heard " + each.state));
            }
        }
        return problems;
    }

    StepResult result(List<Problem> problems, long seconds) {
        Map<String, Integer> ends = new TreeMap<>();
        cases.values().forEach(each -> ends.merge(each.state, 1, Integer::sum));
        return new StepResult(
                STEP,
                "%d requests were unknown, %d look-ups were signed: %s".formatted(cases.size(), signed, ends),
                signed,
                Map.of(),
                0,
                ends.getOrDefault("DONE", 0),
                cases.size(),
                ends.getOrDefault(UNKNOWN, 0),
                problems.stream().map(Problem::toString).distinct().toList(),
                List.of(),
                seconds);
    }

    /** Signs only what counts from {@code due} on at the latest. */
    private void lookUp(DemoWorld world, Case unknown, Instant due) throws InterruptedException {
        try {
            JsonNode request = unknown.told.client().asking().request(unknown.told.place());
            unknown.state = request.path("state").asText(UNKNOWN);
            JsonNode lookUp = request.path("lookUp");
            if (!unknown.isOpen()
                    || lookUp.isMissingNode()
                    || Instant.parse(lookUp.path("countsFrom").asText()).isAfter(due)) {
                return;
            }
            signed++;
            unknown.lookedUp |= Told.of(
                                    unknown.told.client(),
                                    unknown.told.digest(),
                                    false,
                                    world.sendAgain(HandSigned.lookUp(unknown.account, lookUp)))
                            .word()
                    == Word.DONE;
            unknown.state = unknown.told
                    .client()
                    .asking()
                    .request(unknown.told.place())
                    .path("state")
                    .asText(UNKNOWN);
        } catch (SandboxException | UncheckedIOException later) {
            unknown.state = UNKNOWN;
        }
    }
}
