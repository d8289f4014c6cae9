package io.countersign.domain.scenario;

import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.request.Destination;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Carries out attacks. */
final class Thief {

    private final Random random;

    Thief(Random random) {
        this.random = random;
    }

    void strike(Attack attack, Person victim, int day, Destination mule) {
        switch (attack) {
            case DRAIN -> burst(attack, victim, day, 3, 10);
            case DORMANT_REVIVAL -> burst(attack, victim, day, 1, 3);
            case STRUCTURING -> structure(victim, day);
            case TAKE_OVER -> takeOver(victim, day);
            case MULE_FAN_IN -> deceive(victim, day, mule);
            case PATIENT -> drip(victim, day);
        }
    }

    private void burst(Attack attack, Person victim, int day, double least, double most) {
        Destination own = victim.fresh();
        Instant at = anyTime(day);
        for (int i = 3 + random.nextInt(4); i > 0; i--) {
            victim.send(at, own, times(least, most) * victim.usual(dayOf(at)), attack);
            at = at.plusSeconds(60 + random.nextInt(600));
        }
    }

    private void structure(Person victim, int day) {
        double cap = victim.usual(day) > 3000 ? 10_000 : 1_000;
        List<Destination> own = List.of(victim.fresh(), victim.fresh());
        int used = 1 + random.nextInt(2);
        Instant at = anyTime(day);
        for (int i = 8 + random.nextInt(7); i > 0; i--) {
            victim.send(at, own.get(i % used), cap * times(0.95, 0.999), Attack.STRUCTURING);
            at = at.plusSeconds(300 + random.nextInt(9000));
        }
    }

    private void takeOver(Person victim, int day) {
        Instant at = anyTime(day);
        ConnectionId stolen = Person.connection(random.nextInt(1 << 30), 666);
        victim.steps.add(new Step.Bind(at.minusSeconds(60 + random.nextInt(7000)), victim.id, stolen));
        Destination own = victim.fresh();
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
            victim.sendBy(stolen, at, own, times(1, 3) * victim.usual(day), Attack.TAKE_OVER);
            at = at.plusSeconds(120 + random.nextInt(3600));
        }
    }

    private void deceive(Person victim, int day, Destination mule) {
        Instant at = victim.awake(day + 1);
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            victim.send(at, mule, times(0.8, 2) * victim.usual(day), Attack.MULE_FAN_IN);
            at = at.plusSeconds(600 + random.nextInt(7200));
        }
    }

    private void drip(Person victim, int day) {
        Destination own = victim.fresh();
        for (int i = 0, on = day + 1; i < 6; i++, on += 1 + random.nextInt(2)) {
            victim.send(victim.awake(on), own, times(0.7, 1.5) * victim.usual(day), Attack.PATIENT);
        }
    }

    private Instant anyTime(int day) {
        return Person.day(day).plus(Duration.ofDays(1)).plusSeconds(random.nextInt(86_400));
    }

    private double times(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    private static int dayOf(Instant at) {
        return (int) Duration.between(Town.START, at).toDays();
    }
}
