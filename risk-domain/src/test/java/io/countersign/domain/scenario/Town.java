package io.countersign.domain.scenario;

import io.countersign.domain.request.Destination;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Eight months of a town of 42 accounts, 21 of which are attacked once in the last three. The same seed gives the same town.
 *
 * @param steps in the order of time
 */
record Town(long seed, List<Step> steps) {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final int DAYS = 240;

    /** From here on false alarms count: the time before is for learning. */
    static final Instant COUNTED_FROM = START.plus(Duration.ofDays(60));

    private static final int ATTACKS_FROM = 150;

    static Town of(long seed) {
        Random random = new Random(seed);
        List<Person> people = new ArrayList<>();
        for (Habit habit : Habit.values()) {
            for (int i = 0; i < habit.people; i++) {
                people.add(new Person(people.size(), habit, new Random(random.nextLong())));
            }
        }
        people.forEach(Person::live);
        attack(people, random);
        return new Town(
                seed,
                people.stream()
                        .flatMap(each -> each.steps.stream())
                        .sorted(Comparator.comparing(Step::at)
                                .thenComparing(each -> each.account().value()))
                        .toList());
    }

    private static void attack(List<Person> people, Random random) {
        List<Person> shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, random);
        int next = 0;
        for (Attack attack : Attack.values()) {
            List<Person> victims = shuffled.subList(next, next + attack.victims);
            next += attack.victims;
            int firstDay = ATTACKS_FROM + random.nextInt(DAYS - ATTACKS_FROM - 20);
            Thief thief = new Thief(random);
            Destination mule = victims.getFirst().fresh();
            for (Person victim : victims) {
                int day = attack == Attack.MULE_FAN_IN
                        ? firstDay + random.nextInt(4)
                        : ATTACKS_FROM + random.nextInt(DAYS - ATTACKS_FROM - 20);
                int lastOwnDay = attack == Attack.DORMANT_REVIVAL ? day - 60 - random.nextInt(60) : day;
                stop(victim, Person.day(lastOwnDay));
                thief.strike(attack, victim, day, mule);
            }
        }
    }

    /** What comes after the theft is another story: the account is frozen. Keys that it would have bound later are not. */
    private static void stop(Person victim, Instant end) {
        victim.steps.removeIf(each -> each instanceof Step.Send && each.at().isAfter(end));
    }
}
