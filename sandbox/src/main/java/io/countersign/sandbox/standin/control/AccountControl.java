package io.countersign.sandbox.standin.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.standin.http.Octets;
import io.countersign.sandbox.standin.signing.PublicKeyReader;
import io.countersign.sandbox.standin.signing.VerificationKey;
import io.countersign.sandbox.standin.signing.VerificationKey.HmacSecret;
import io.countersign.sandbox.standin.world.Account;
import io.countersign.sandbox.standin.world.Account.Identity;
import io.countersign.sandbox.standin.world.Permissions;
import io.countersign.sandbox.standin.world.Wallet;
import io.countersign.sandbox.standin.world.World;
import java.util.List;
import java.util.Set;

/** Installs accounts and changes what they hold and may do. Secrets go in and never come out. */
final class AccountControl {

    private static final Set<String> FIELDS =
            Set.of("apiKey", "secret", "publicKey", "balances", "fundingBalances", "permissions", "ipList");
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "0:0:0:0:0:0:0:1");
    private static final int MAX_NAME = 100;

    private final World world;

    AccountControl(World world) {
        this.world = world;
    }

    JsonNode install(String name, Fields fields) {
        if (name.length() > MAX_NAME) {
            throw UnusableInput.field("name", "use at most %d characters".formatted(MAX_NAME));
        }
        String apiKey = fields.text("apiKey");
        Identity identity = new Identity(name, apiKey, key(fields), fields.texts("ipList", LOOPBACK));
        Account account = new Account(
                identity, permissions(fields.get("permissions")), world.clock().millis());
        account.setBalances(Fields.amounts("balances", fields.get("balances")), Wallet.SPOT);
        account.setBalances(Fields.amounts("fundingBalances", fields.get("fundingBalances")), Wallet.FUNDING);
        if (!world.accounts().install(account)) {
            throw new UnusableInput(
                    409, "apiKey: another account has this key, or all accounts are taken; delete one first");
        }
        return describe(account);
    }

    static Set<String> fields() {
        return FIELDS;
    }

    private static VerificationKey key(Fields fields) {
        if (fields.has("secret") == fields.has("publicKey")) {
            throw UnusableInput.field("secret", "send either secret (HMAC) or publicKey (RSA, Ed25519), not both");
        }
        if (fields.has("secret")) {
            return new HmacSecret(Octets.utf8(fields.text("secret")));
        }
        return PublicKeyReader.read(fields.text("publicKey"))
                .orElseThrow(
                        () -> UnusableInput.field(
                                "publicKey",
                                "send PEM or base64 SPKI of an RSA key of 2048 bits or more or of an Ed25519 key, or the 64 hex digits of an Ed25519 key"));
    }

    private static Permissions permissions(JsonNode node) {
        return new Permissions(Fields.flags("permissions", node, Permissions.NAMES));
    }

    ArrayNode list() {
        ArrayNode list = Json.array();
        world.accounts().all().stream().map(AccountControl::describe).forEach(list::add);
        return list;
    }

    ObjectNode show(String name) {
        Account account = find(name);
        ObjectNode node = describe(account);
        ArrayNode withdrawals = node.putArray("withdrawals");
        account.withdrawals().stream().map(WithdrawalView::of).forEach(withdrawals::add);
        return node;
    }

    ObjectNode setBalances(String name, Fields fields) {
        Account account = find(name);
        account.setBalances(
                Fields.amounts("balances", fields.get("balances")),
                fields.text("wallet", "SPOT").equals("FUNDING") ? Wallet.FUNDING : Wallet.SPOT);
        return describe(account);
    }

    ObjectNode permit(String name, JsonNode node) {
        Account account = find(name);
        account.permit(permissions(node));
        return describe(account);
    }

    ObjectNode remove(String name) {
        if (!world.accounts().remove(name)) {
            throw unknown(name);
        }
        return Json.object().put("deleted", name);
    }

    private Account find(String name) {
        return world.accounts().byName(name).orElseThrow(() -> unknown(name));
    }

    private static UnusableInput unknown(String name) {
        return new UnusableInput(404, "name: there is no account '" + name + "', install it with PUT /accounts/{name}");
    }

    private static ObjectNode describe(Account account) {
        ObjectNode node = Json.object()
                .put("name", account.name())
                .put("apiKey", account.identity().apiKey())
                .put("keyType", account.identity().key().kind());
        ObjectNode balances = node.putObject("balances");
        account.balances(Wallet.SPOT).forEach((coin, amount) -> balances.put(coin, amount.toPlainString()));
        ObjectNode funding = node.putObject("fundingBalances");
        account.balances(Wallet.FUNDING).forEach((coin, amount) -> funding.put(coin, amount.toPlainString()));
        ObjectNode permissions = node.putObject("permissions");
        Permissions.NAMES.forEach(
                name -> permissions.put(name, account.permissions().allow(name)));
        ArrayNode addresses = node.putArray("ipList");
        account.identity().ipList().forEach(addresses::add);
        return node.put("withdrawalCount", account.withdrawals().size());
    }
}
