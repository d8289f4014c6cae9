package io.countersign.replay.whatif;

import java.util.List;
import java.util.Locale;

/** Bars of three colours, drawn as SVG. */
final class BarChart {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 220;
    private static final int LEFT = 48;
    private static final int BOTTOM = 24;
    private static final int NAMES = 210;
    private static final int ROW = 26;
    private static final int MOST_LABELS = 10;
    private static final int WIDEST_BAR = 48;

    private BarChart() {}

    /** One bar; the parts are stacked in this order. */
    record Bar(String name, long no, long ask, long yes) {
        long sum() {
            return no + ask + yes;
        }
    }

    /** Upright, one after the other, as time goes. */
    static String columns(List<Bar> bars) {
        long most = most(bars);
        StringBuilder svg = open(HEIGHT, "Requests decided otherwise, by day");
        int ground = HEIGHT - BOTTOM;
        double step = (WIDTH - LEFT) / (double) Math.max(1, bars.size());
        double width = Math.min(WIDEST_BAR, step * 0.8);
        grid(svg, most, ground);
        int labelled = Math.max(1, (bars.size() + MOST_LABELS - 1) / MOST_LABELS);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double middle = LEFT + step * (i + 0.5);
            double top = ground;
            for (Part part : parts(bar)) {
                double height = (ground - 14) * part.count() / (double) most;
                top -= height;
                rect(svg, part, new double[] {middle - width / 2, top, width, height}, bar.name());
            }
            if (i % labelled == 0) {
                text(svg, middle, HEIGHT - 6, "middle", bar.name());
            }
        }
        return svg.append("</svg>\n").toString();
    }

    /** Lying, one below the other, with their names. */
    static String rows(List<Bar> bars) {
        long most = most(bars);
        StringBuilder svg = open(Math.max(1, bars.size()) * ROW, "Requests decided otherwise, by rule");
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double y = i * ROW + 4.0;
            text(svg, NAMES - 10, y + 14, "end", bar.name());
            double left = NAMES;
            for (Part part : parts(bar)) {
                double width = (WIDTH - NAMES - 70) * part.count() / (double) most;
                rect(svg, part, new double[] {left, y, width, ROW - 8.0}, bar.name());
                left += width;
            }
            text(svg, left + 8, y + 14, "start", HtmlReport.number(bar.sum()));
        }
        return svg.append("</svg>\n").toString();
    }

    private record Part(String style, String words, long count) {}

    private static List<Part> parts(Bar bar) {
        return List.of(
                new Part("no", "now rejected", bar.no()),
                new Part("ask", "now asks a person", bar.ask()),
                new Part("yes", "now approved", bar.yes()));
    }

    private static long most(List<Bar> bars) {
        return Math.max(1, bars.stream().mapToLong(Bar::sum).max().orElse(1));
    }

    private static StringBuilder open(int height, String what) {
        return new StringBuilder(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n".formatted(WIDTH, height, what));
    }

    private static void grid(StringBuilder svg, long most, int ground) {
        for (int i = 0; i <= 2; i++) {
            double y = ground - (ground - 14) * i / 2.0;
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"axis\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>%n",
                    LEFT,
                    WIDTH,
                    y,
                    y));
            if (i != 1 || most % 2 == 0) {
                text(svg, LEFT - 8, y + 4, "end", HtmlReport.number(most * i / 2));
            }
        }
    }

    private static void rect(StringBuilder svg, Part part, double[] box, String name) {
        if (part.count() > 0) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s: %d %s</title></rect>%n",
                    part.style(),
                    box[0],
                    box[1],
                    box[2],
                    box[3],
                    HtmlReport.escape(name),
                    part.count(),
                    part.words()));
        }
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                HtmlReport.escape(text)));
    }
}
