package io.countersign.sandbox.standin.endpoints;

import static io.countersign.sandbox.standin.limits.Scope.API_IP;
import static io.countersign.sandbox.standin.limits.Scope.SAPI_IP;
import static io.countersign.sandbox.standin.limits.Scope.SAPI_UID;

import io.countersign.sandbox.standin.limits.Scope;
import io.countersign.sandbox.standin.rules.Endpoint;
import io.countersign.sandbox.standin.rules.Endpoint.Cost;
import io.countersign.sandbox.standin.rules.Endpoint.Handler;
import io.countersign.sandbox.standin.rules.Security;
import java.util.List;
import java.util.stream.Stream;

/** All endpoints: path, who may call, what it costs and what it must be given. */
public final class Catalogue {

    private Catalogue() {}

    public static List<Endpoint> all() {
        return Stream.of(funds(), capital(), accounts(), market())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Endpoint> funds() {
        return List.of(
                withdraw("/sapi/v1/capital/withdraw/apply", 900, List.of(), WithdrawEndpoints::capital),
                withdraw(
                        "/sapi/v1/localentity/withdraw/apply",
                        600,
                        List.of("questionnaire"),
                        WithdrawEndpoints::localEntity),
                withdraw(
                        "/sapi/v1/localentity/broker/withdraw/apply",
                        600,
                        List.of("withdrawOrderId", "questionnaire", "originatorPii"),
                        WithdrawEndpoints::localEntity),
                new Endpoint(
                        "POST",
                        "/sapi/v1/asset/transfer",
                        Security.TRANSFER,
                        Cost.of(SAPI_UID, 900),
                        List.of("type", "asset", "amount"),
                        AssetEndpoints::transfer));
    }

    private static List<Endpoint> capital() {
        return List.of(
                get("/sapi/v1/capital/withdraw/history", SAPI_UID, 18_000, HistoryEndpoints::capital),
                get("/sapi/v2/localentity/withdraw/history", SAPI_IP, 1, HistoryEndpoints::localEntity),
                get("/sapi/v1/localentity/questionnaire-requirements", SAPI_IP, 1, AccountEndpoints::questionnaire),
                get("/sapi/v1/capital/withdraw/quota", SAPI_IP, 10, AccountEndpoints::quota),
                get("/sapi/v1/capital/withdraw/address/list", SAPI_IP, 10, DepositEndpoints::withdrawAddresses),
                get("/sapi/v1/addressVerify/list", SAPI_IP, 1, DepositEndpoints::nothing),
                mandatory("/sapi/v1/capital/deposit/address", 10, "coin", DepositEndpoints::address),
                mandatory("/sapi/v1/capital/deposit/address/list", 10, "coin", DepositEndpoints::addresses),
                get("/sapi/v1/capital/deposit/hisrec", SAPI_IP, 1, DepositEndpoints::nothing),
                get("/sapi/v1/capital/config/getall", SAPI_IP, 10, ConfigEndpoint::all));
    }

    private static List<Endpoint> accounts() {
        return List.of(
                mandatory("/sapi/v1/accountSnapshot", 2_400, "type", AssetEndpoints::snapshot),
                get("/sapi/v1/account/apiRestrictions", SAPI_IP, 1, AccountEndpoints::restrictions),
                get("/sapi/v1/account/info", SAPI_IP, 1, AccountEndpoints::info),
                get("/sapi/v1/account/status", SAPI_IP, 1, AccountEndpoints::status),
                readingPost("/sapi/v3/asset/getUserAsset", 5, AssetEndpoints::spot),
                readingPost("/sapi/v1/asset/get-funding-asset", 1, AssetEndpoints::funding),
                get("/sapi/v1/asset/wallet/balance", SAPI_IP, 60, AssetEndpoints::wallets),
                get("/api/v3/account", API_IP, 20, AccountEndpoints::spot));
    }

    private static List<Endpoint> market() {
        return List.of(
                open("/sapi/v1/system/status", Cost.of(SAPI_IP, 1), MarketEndpoints::status),
                open("/api/v3/ping", Cost.of(API_IP, 1), MarketEndpoints::ping),
                open("/api/v3/time", Cost.of(API_IP, 1), MarketEndpoints::time),
                open("/api/v3/ticker/price", new Cost(API_IP, 4, "symbol", 2), MarketEndpoints::price),
                open("/api/v3/exchangeInfo", Cost.of(API_IP, 20), ExchangeInfoEndpoint::answer));
    }

    private static Endpoint withdraw(String path, int weight, List<String> more, Handler handler) {
        List<String> mandatory = Stream.concat(Stream.of("coin", "address", "amount"), more.stream())
                .toList();
        return new Endpoint("POST", path, Security.WITHDRAW, Cost.of(SAPI_UID, weight), mandatory, handler);
    }

    private static Endpoint get(String path, Scope scope, int weight, Handler handler) {
        return new Endpoint("GET", path, Security.READ, Cost.of(scope, weight), List.of(), handler);
    }

    private static Endpoint mandatory(String path, int weight, String parameter, Handler handler) {
        return new Endpoint("GET", path, Security.READ, Cost.of(SAPI_IP, weight), List.of(parameter), handler);
    }

    private static Endpoint readingPost(String path, int weight, Handler handler) {
        return new Endpoint("POST", path, Security.READ, Cost.of(SAPI_IP, weight), List.of(), handler);
    }

    private static Endpoint open(String path, Cost cost, Handler handler) {
        return new Endpoint("GET", path, Security.NONE, cost, List.of(), handler);
    }
}
