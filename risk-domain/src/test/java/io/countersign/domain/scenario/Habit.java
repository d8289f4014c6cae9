package io.countersign.domain.scenario;

/**
 * How somebody uses their account. All figures are our invention: nobody's customers are behind them.
 *
 * <p>perDay: sessions a day. hour, hourSpread: when in the day (UTC), normally distributed. again: chance of one more transfer in
 * the session, minutes later. median, sigma: log-normal worth in USDT. payees: destinations known at the start. fresh: chance that a
 * transfer goes to a new one.
 */
enum Habit {
    /** Puts something aside every Friday. */
    SALARY_SAVER(12, 1.0 / 7, 18, 1.5, 0.0, 300, 0.25, 1, 0.01),
    /** Moves between venues all day, in sessions. */
    DAILY_TRADER(4, 1.2, 14, 4, 0.4, 800, 1.0, 4, 0.01),
    /** Buys something big every month or so. */
    OCCASIONAL_LARGE(6, 1.0 / 30, 12, 3, 0.0, 6000, 0.6, 2, 0.05),
    /** Lives around midnight. */
    NIGHT_OWL(8, 0.45, 0.5, 2, 0.1, 150, 0.7, 3, 0.02),
    /** Pays suppliers on working days, often new ones. */
    BUSINESS(2, 4, 12, 2.5, 0.3, 400, 1.1, 25, 0.06),
    /** Changes time zones every month. */
    TRAVELLER(5, 0.35, 13, 3, 0.1, 250, 0.8, 5, 0.04),
    /** Begins small and becomes eight times as big. */
    GROWING(5, 0.5, 17, 3, 0.15, 100, 0.6, 3, 0.02);

    final int people;
    final double perDay;
    final double hour;
    final double hourSpread;
    final double again;
    final double median;
    final double sigma;
    final int payees;
    final double fresh;

    Habit(
            int people,
            double perDay,
            double hour,
            double hourSpread,
            double again,
            double median,
            double sigma,
            int payees,
            double fresh) {
        this.people = people;
        this.perDay = perDay;
        this.hour = hour;
        this.hourSpread = hourSpread;
        this.again = again;
        this.median = median;
        this.sigma = sigma;
        this.payees = payees;
        this.fresh = fresh;
    }
}
