package io.countersign.bench.endtoend;

import io.countersign.bench.http.PreparedRequest;
import io.countersign.bench.workload.BenchAccount;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.http.JsonHttp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Accounts that take turns in asking: of five requests four withdraw and one reads. What they ask for is within Binance's limits at any
 * rate of the bench: an account withdraws some 50 times a minute of 200 that it may, and reads go to four endpoints of weight 1.
 */
final class Callers {

    private static final int AT_ONCE = 16;
    private static final int OF_WHICH_ONE_READS = 5;
    private static final List<String> READS = List.of(
            "/sapi/v1/capital/deposit/hisrec",
            "/sapi/v1/account/apiRestrictions",
            "/sapi/v1/account/info",
            "/sapi/v1/account/status");

    private final List<BenchAccount> accounts;
    private long turn;

    private Callers(List<BenchAccount> accounts) {
        this.accounts = accounts;
    }

    /** Accounts with a connection and an address each; {@code run} keeps their names apart from other runs'. */
    static Callers open(Sandbox sandbox, String run, int count) throws InterruptedException {
        JsonHttp gateway = new JsonHttp(sandbox.addresses().gateway());
        try (ExecutorService opening = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<BenchAccount>> all = IntStream.range(0, count)
                    .<Callable<BenchAccount>>mapToObj(i -> () -> {
                        BenchAccount account = BenchAccount.open(sandbox, gateway, run, i);
                        account.book(gateway);
                        return account;
                    })
                    .toList();
            List<BenchAccount> accounts = new ArrayList<>();
            for (Future<BenchAccount> each : opening.invokeAll(all)) {
                accounts.add(each.get());
            }
            return new Callers(accounts);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an account cannot be opened", e.getCause());
        }
    }

    /** The next requests, signed now, so that the phones' work is not measured. */
    List<PreparedRequest> next(int count) {
        return IntStream.range(0, count).mapToObj(i -> next()).toList();
    }

    private PreparedRequest next() {
        BenchAccount account = accounts.get((int) (turn % accounts.size()));
        // Whoever reads in this round withdraws in the next.
        long dice = turn + turn / accounts.size();
        PreparedRequest request = dice % OF_WHICH_ONE_READS == 0
                ? account.question(READS.get((int) (turn / OF_WHICH_ONE_READS % READS.size())))
                : account.withdrawal();
        return numbered(request, turn++);
    }

    /** The floor goes by a number, and the gateway does not look at it. */
    private static PreparedRequest numbered(PreparedRequest request, long number) {
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.put(BareMain.NUMBER, Long.toString(number));
        return new PreparedRequest(request.method(), request.target(), headers, request.body());
    }
}
