package io.countersign.sandbox.standin.faults;

import io.countersign.sandbox.standin.http.HttpAnswer;
import io.countersign.sandbox.standin.http.Reply;

/** Plays one fault on one request. */
public final class FaultPlay {

    /** A request whose execution is in the hands of the fault. */
    public interface Act {

        /** Judges and executes the request, now, and gives the honest answer. */
        HttpAnswer execute();

        /** Notes down how it ended; status 0 is no answer. */
        void ended(int status);
    }

    private FaultPlay() {}

    public static void play(Fault fault, Act act, Reply reply) {
        switch (fault.kind()) {
            case SLOW -> {
                HttpAnswer honest = act.execute();
                reply.later(fault.delay(), () -> end(honest, act, reply));
            }
            case LATE -> reply.later(fault.delay(), () -> end(act.execute(), act, reply));
            case ERROR_BEFORE, STATUS, RATE_LIMIT, BAN -> end(fault.answer(), act, reply);
            case ERROR_AFTER, GARBAGE -> {
                HttpAnswer unused = act.execute();
                end(fault.answer(), act, reply);
            }
            case RESET_BEFORE -> reset(act, reply);
            case RESET_AFTER -> {
                HttpAnswer unused = act.execute();
                reset(act, reply);
            }
            case HANG -> act.ended(0);
            case HANG_AFTER -> {
                HttpAnswer unused = act.execute();
                act.ended(0);
            }
        }
    }

    private static void end(HttpAnswer answer, FaultPlay.Act act, Reply reply) {
        act.ended(answer.status());
        reply.answer(answer);
    }

    private static void reset(Act act, Reply reply) {
        act.ended(0);
        reply.reset();
    }
}
