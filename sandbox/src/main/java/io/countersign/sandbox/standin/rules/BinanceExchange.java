package io.countersign.sandbox.standin.rules;

import io.countersign.sandbox.standin.faults.Fault;
import io.countersign.sandbox.standin.faults.FaultPlay;
import io.countersign.sandbox.standin.faults.Faults;
import io.countersign.sandbox.standin.http.Exchange;
import io.countersign.sandbox.standin.http.HttpAnswer;
import io.countersign.sandbox.standin.http.Reply;
import io.countersign.sandbox.standin.http.WireRequest;
import io.countersign.sandbox.standin.journal.RecordedRequest.Ending;
import io.countersign.sandbox.standin.journal.RequestJournal;
import io.countersign.sandbox.standin.world.Account;
import io.countersign.sandbox.standin.world.World;
import java.util.Optional;

/** Binance's port: every request is recorded, then judged and answered, unless a fault takes it. */
public final class BinanceExchange implements Exchange {

    private final World world;
    private final Faults faults;
    private final RequestJournal journal;
    private final Judge judge;

    public BinanceExchange(World world, Faults faults, RequestJournal journal, Judge judge) {
        this.world = world;
        this.faults = faults;
        this.journal = journal;
        this.judge = judge;
    }

    @Override
    public void handle(WireRequest request, Reply reply) {
        long number = journal.open(request, world.clock().microsAt(request.arrivedMicros()));
        String account = world.accounts()
                .byKey(request.header(Gatekeeper.KEY_HEADER))
                .map(Account::name)
                .orElse("");
        RecordedAct act = new RecordedAct(number, account, request);
        Optional<Fault> fault = faults.take(request);
        if (fault.isPresent()) {
            FaultPlay.play(fault.get(), act, reply);
            return;
        }
        HttpAnswer answer = act.execute();
        act.ended(answer.status());
        reply.answer(answer);
    }

    /** One request on its way through, with its entry in the journal. */
    private final class RecordedAct implements FaultPlay.Act {

        private final long number;
        private final String account;
        private final WireRequest request;
        private boolean executed;
        private String withdrawalId = "";

        RecordedAct(long number, String account, WireRequest request) {
            this.number = number;
            this.account = account;
            this.request = request;
        }

        @Override
        public HttpAnswer execute() {
            Outcome outcome = judge.judge(request, account);
            executed = outcome.executed();
            withdrawalId = outcome.withdrawalId();
            // Written down at once: a slow answer must not hide that funds have moved.
            ended(0);
            return outcome.answer();
        }

        @Override
        public void ended(int status) {
            journal.close(number, new Ending(account, status, executed, withdrawalId));
        }
    }
}
