package io.countersign.domain.scenario;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.request.Destination;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Somebody of the town, and what they do of their own will. */
final class Person {

    /** Shops and exchanges that many people send to. */
    private static final List<Destination> POPULAR = List.of(address(-1), address(-2));

    private static final double GROWTH = 8;

    final AccountId id;
    final Habit habit;
    final ConnectionId phone;
    final List<Step> steps = new ArrayList<>();

    private final Random random;
    private final double scale;
    private final List<Destination> payees = new ArrayList<>();
    private final int pauseFrom;
    private final int pauseTo;
    private final int newPhoneOn;
    private final ConnectionId newPhone;
    private final double[] zoneShift = new double[Town.DAYS / 30 + 1];

    Person(int number, Habit habit, Random random) {
        this.id = new AccountId("%s-%d".formatted(habit.name().toLowerCase(java.util.Locale.ROOT), number));
        this.habit = habit;
        this.random = random;
        this.phone = connection(number, 1);
        this.newPhone = connection(number, 2);
        this.scale = StrictMath.exp(0.4 * random.nextGaussian());
        for (int i = 0; i < habit.payees; i++) {
            payees.add(fresh());
        }
        if (random.nextDouble() < 0.3) {
            payees.add(POPULAR.get(random.nextInt(POPULAR.size())));
        }
        boolean pauses = random.nextDouble() < 0.15;
        this.pauseFrom = pauses ? 60 + random.nextInt(100) : Town.DAYS;
        this.pauseTo = pauseFrom + 40 + random.nextInt(30);
        this.newPhoneOn = random.nextInt(2 * Town.DAYS);
        for (int i = 0; i < zoneShift.length; i++) {
            zoneShift[i] = habit == Habit.TRAVELLER ? random.nextInt(24) : 0;
        }
    }

    void live() {
        steps.add(new Step.Bind(Town.START, id, phone));
        if (newPhoneOn < Town.DAYS) {
            steps.add(new Step.Bind(day(newPhoneOn), id, newPhone));
        }
        for (int day = 1; day < Town.DAYS; day++) {
            for (int i = sessionsOn(day); i > 0; i--) {
                session(day);
            }
        }
    }

    /** The key in use on {@code day}. */
    ConnectionId keyOn(int day) {
        return day > newPhoneOn ? newPhone : phone;
    }

    /** The worth of a usual transfer on {@code day}, in USDT. */
    double usual(int day) {
        double growth = habit == Habit.GROWING ? StrictMath.pow(GROWTH, (double) day / Town.DAYS) : 1;
        return habit.median * scale * growth;
    }

    /** A time of {@code day} at which they are up. */
    Instant awake(int day) {
        double hour = habit.hour + zoneShift[day / 30] + habit.hourSpread * random.nextGaussian();
        return day(day).plusMillis((long) (hour * 3_600_000));
    }

    /** A destination that nobody knows yet. */
    Destination fresh() {
        return address(random.nextLong() & Long.MAX_VALUE);
    }

    void send(Instant at, Destination destination, double worth, @Nullable Attack attack) {
        int day = (int) Duration.between(Town.START, at).toDays();
        sendBy(keyOn(day), at, destination, worth, attack);
    }

    void sendBy(ConnectionId key, Instant at, Destination destination, double worth, @Nullable Attack attack) {
        BigDecimal value =
                BigDecimal.valueOf(worth).setScale(2, RoundingMode.HALF_UP).max(new BigDecimal("0.01"));
        steps.add(new Step.Send(at, id, habit, key, destination, value, attack));
    }

    private int sessionsOn(int day) {
        if (day >= pauseFrom && day < pauseTo) {
            return 0;
        }
        DayOfWeek weekday = day(day).atOffset(ZoneOffset.UTC).getDayOfWeek();
        return switch (habit) {
            case SALARY_SAVER -> weekday == DayOfWeek.FRIDAY && random.nextDouble() < 0.95 ? 1 : 0;
            case BUSINESS -> weekday.getValue() > 5 ? 0 : poisson(habit.perDay);
            case DAILY_TRADER, OCCASIONAL_LARGE, NIGHT_OWL, TRAVELLER, GROWING -> poisson(habit.perDay);
        };
    }

    private void session(int day) {
        Instant at = awake(day);
        pay(day, at);
        while (random.nextDouble() < habit.again) {
            at = at.plusSeconds((long) (60 + 480 * StrictMath.exp(random.nextGaussian())));
            pay(day, at);
        }
    }

    private void pay(int day, Instant at) {
        double big = random.nextDouble() < 0.01 ? 5 : 1;
        double worth = big * usual(day) * StrictMath.exp(habit.sigma * random.nextGaussian());
        if (random.nextDouble() >= habit.fresh) {
            send(at, payees.get(random.nextInt(payees.size())), worth, null);
            return;
        }
        Destination someone = fresh();
        if (random.nextDouble() < 0.7) {
            payees.add(someone);
        }
        boolean trial = random.nextBoolean();
        if (trial) {
            send(at, someone, worth / 20, null);
        }
        send(trial ? at.plusSeconds(300 + random.nextInt(1500)) : at, someone, worth, null);
    }

    private int poisson(double mean) {
        double left = StrictMath.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > left; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    static Instant day(int day) {
        return Town.START.plus(Duration.ofDays(day));
    }

    static ConnectionId connection(int person, int phone) {
        return new ConnectionId("%016x%016x".formatted(person, phone));
    }

    private static Destination address(long number) {
        return new Destination("ETH", "0x%040x".formatted(number), null);
    }
}
