package io.countersign.replay.export;

import static io.countersign.replay.export.Column.number;
import static io.countersign.replay.export.Column.text;

import java.util.List;
import java.util.Locale;

/** The tables of an export. Names and order of the columns are a promise: new ones are added at the end. */
enum Table {
    /** One row for each entry of the journal, so that completeness can be checked. */
    ENTRIES(
            number("partition"),
            number("offset"),
            text("account"),
            number("sequence"),
            text("at"),
            text("kind"),
            text("entry_hash"),
            text("previous_hash"),
            text("request_id"),
            text("status"),
            number("policy_version"),
            text("endpoint"),
            text("asset"),
            text("amount"),
            text("network"),
            text("address"),
            text("address_tag"),
            text("order_id"),
            text("price"),
            text("value"),
            text("quote"),
            text("outcome"),
            number("http_status"),
            number("binance_code"),
            text("sent_at"),
            text("control_id"),
            text("requested_by"),
            text("confirmation_id"),
            text("detail")),

    /** One row for each finding of each decision. */
    FINDINGS(
            number("partition"),
            number("offset"),
            text("request_id"),
            number("position"),
            text("rule"),
            text("verdict"),
            text("observed"),
            text("bound"),
            number("score"),
            text("sentence"));

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed, which its type does not say.
    private final List<Column> columns;

    Table(Column... columns) {
        this.columns = List.of(columns);
    }

    List<Column> columns() {
        return columns;
    }

    /** The folder of its files. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
