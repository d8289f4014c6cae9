package io.countersign.replay.whatif;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The comparison as one page that loads nothing from anywhere: no script, no font, no picture but its own drawings. */
public final class HtmlReport {

    private static final int MOST_RULES = 12;

    private static final String HEAD = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>What if: TITLE</title>
            <style>
            :root { color-scheme: light dark; --ink: #1c2330; --soft: #5b6575; --line: #d9dee6; --page: #fff;
              --no: #b3261e; --ask: #b26a00; --yes: #1f6fb2; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e7eaf0; --soft: #a3adbd; --line: #39414f; --page: #14181f;
              --no: #f2847c; --ask: #f0b35a; --yes: #7db8ee; } }
            body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page);
              max-width: 60rem; margin: 2rem auto; padding: 0 1.25rem; }
            h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.1rem; margin: 2.25rem 0 .5rem; }
            p { margin: .25rem 0; } .soft { color: var(--soft); font-size: .9rem; }
            .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; margin: 1.5rem 0; }
            .card { border: 1px solid var(--line); border-top: 4px solid var(--c, var(--soft)); border-radius: .4rem;
              padding: .7rem .9rem; }
            .card b { display: block; font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
            table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
            th, td { text-align: right; padding: .35rem .5rem; border-bottom: 1px solid var(--line); }
            th:first-child, td:first-child { text-align: left; overflow-wrap: anywhere; }
            th { font-weight: 600; color: var(--soft); font-size: .85rem; }
            svg { width: 100%; height: auto; display: block; } svg text { fill: var(--soft); font: 12px system-ui, sans-serif; }
            .no { fill: var(--no); } .ask { fill: var(--ask); } .yes { fill: var(--yes); } .axis { stroke: var(--line); }
            .key span { display: inline-block; margin-right: 1.25rem; } .key i { display: inline-block; width: .8rem;
              height: .8rem; border-radius: .15rem; margin-right: .4rem; background: var(--c); vertical-align: -1px; }
            </style></head><body>
            """;

    private HtmlReport() {}

    /** The whole document; {@code policy} and {@code source} are named in it. */
    public static String of(Comparison found, String policy, String source) {
        StringBuilder html = new StringBuilder(8_192);
        html.append(HEAD.replace("TITLE", escape(policy)));
        head(html, found, policy, source);
        cards(html, found);
        days(html, found);
        rules(html, found);
        accounts(html, found);
        if (found.erasedEntries() > 0) {
            html.append("<p>%s entries of erased accounts can be read by nobody and are compared with nothing.</p>%n"
                    .formatted(number(found.erasedEntries())));
        }
        html.append("""
                <h2>How to read this</h2>
                <p>Each request is judged by the candidate on the account as it would then have been: what the candidate refuses takes
                no headroom, what it approves does. A transfer that only the candidate approves is taken to have moved at once. What
                people would have done otherwise, such as asking again for less, is not known. Values are in %s by the price pinned in
                each request; days are in UTC.</p>
                </body></html>
                """.formatted(escape(found.quote())));
        return html.toString();
    }

    private static void head(StringBuilder html, Comparison found, String policy, String source) {
        html.append("<h1>What if %s had judged</h1>\n".formatted(escape(policy)));
        html.append("<p class=\"soft\">%s requests of %s accounts, from %s; read from %s</p>%n"
                .formatted(number(found.requests()), number(found.accounts()), escape(found.range()), escape(source)));
    }

    private static void cards(StringBuilder html, Comparison found) {
        html.append("<div class=\"cards\">\n");
        card(html, "--no", "approved, now rejected", found.of(Change.NOW_REJECTED), found.quote());
        card(html, "--ask", "approved, now asks a person", found.of(Change.NOW_ASKS), found.quote());
        card(html, "--yes", "refused, now approved", found.of(Change.NOW_APPROVED), found.quote());
        html.append("<div class=\"card\"><b>%s</b>accounts decided otherwise<p class=\"soft\">of %s</p></div>%n"
                .formatted(number(found.affectedAccounts()), number(found.accounts())));
        html.append("</div>\n");
    }

    private static void card(StringBuilder html, String colour, String name, Side side, String quote) {
        html.append("<div class=\"card\" style=\"--c: var(%s)\"><b>%s</b>%s<p class=\"soft\">%s %s</p></div>%n"
                .formatted(colour, number(side.count()), name, value(side.value()), escape(quote)));
    }

    private static void days(StringBuilder html, Comparison found) {
        List<BarChart.Bar> bars = new ArrayList<>();
        for (Map.Entry<LocalDate, Map<Change, Side>> each : found.days().entrySet()) {
            bars.add(bar(each.getKey().toString(), each.getValue()));
        }
        html.append("<h2>Requests decided otherwise, by day</h2>\n");
        key(html);
        html.append(BarChart.columns(bars));
    }

    private static void rules(StringBuilder html, Comparison found) {
        html.append(
                "<h2>By the rule that objects</h2>\n<p class=\"soft\">Of the candidate for what it refuses, of the policy in fact "
                        + "for what it refused. A request may meet several.</p>\n");
        List<BarChart.Bar> bars = found.rules().entrySet().stream()
                .limit(MOST_RULES)
                .map(each -> bar(each.getKey(), each.getValue()))
                .toList();
        html.append(BarChart.rows(bars));
    }

    private static void accounts(StringBuilder html, Comparison found) {
        html.append("<h2>The accounts that are affected most, by value</h2>\n<table><tr><th>account<th>now refused<th>"
                + "value<th>now approved<th>value</tr>\n");
        for (Affected each : found.mostAffected()) {
            html.append("<tr><td>%s<td>%s<td>%s<td>%s<td>%s</tr>%n"
                    .formatted(
                            escape(each.account()),
                            number(each.nowRefused().count()),
                            value(each.nowRefused().value()),
                            number(each.nowApproved().count()),
                            value(each.nowApproved().value())));
        }
        html.append("</table>\n");
    }

    private static void key(StringBuilder html) {
        html.append("<p class=\"key soft\"><span><i style=\"--c: var(--no)\"></i>now rejected</span>"
                + "<span><i style=\"--c: var(--ask)\"></i>now asks a person</span>"
                + "<span><i style=\"--c: var(--yes)\"></i>now approved</span></p>\n");
    }

    private static BarChart.Bar bar(String name, Map<Change, Side> sides) {
        return new BarChart.Bar(
                name,
                sides.getOrDefault(Change.NOW_REJECTED, Side.NONE).count(),
                sides.getOrDefault(Change.NOW_ASKS, Side.NONE).count(),
                sides.getOrDefault(Change.NOW_APPROVED, Side.NONE).count());
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String value(BigDecimal value) {
        return String.format(Locale.ROOT, "%,.2f", value);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
