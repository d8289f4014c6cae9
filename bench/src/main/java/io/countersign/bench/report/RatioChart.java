package io.countersign.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The ratios of one run as bars from the line at 1, which is the floor or the peer, on a scale of powers of ten; with the goals there are. */
public final class RatioChart {

    private static final int WIDTH = 900;
    private static final int NAMES = 290;
    private static final int ROW = 24;
    private static final int TOP = 34;
    private static final int RIGHT = 60;

    /** Of the scale, in powers of ten. */
    private static final double LEAST = -2;

    private static final double MOST = 2;

    private RatioChart() {}

    /** Reads the figures that the bench wrote to {@code from} and draws them to {@code to}. */
    public static void draw(Path from, Path to) {
        try {
            JsonNode figures = new ObjectMapper().readTree(from.toFile());
            Map<String, Double> ratios = new TreeMap<>();
            figures.path("ratios")
                    .properties()
                    .forEach(each -> ratios.put(each.getKey(), each.getValue().asDouble()));
            String when = "%s, %s cores, %s"
                    .formatted(
                            figures.path("at").asText(),
                            figures.path("machine").path("cores").asText(),
                            figures.path("machine").path("java").asText());
            Files.writeString(to, svg(ratios, when));
        } catch (IOException e) {
            throw new UncheckedIOException("no chart of " + from, e);
        }
    }

    /** {@code when} tells when and where the figures were taken. */
    static String svg(Map<String, Double> ratios, String when) {
        int height = TOP + ratios.size() * ROW + 34;
        StringBuilder svg =
                new StringBuilder(("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                                + " aria-label=\"Each ratio of the system to its floor or peer\" font-family=\"sans-serif\" font-size=\"13\">%n"
                                + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n")
                        .formatted(WIDTH, height));
        scale(svg, height);
        int row = 0;
        for (Map.Entry<String, Double> each : ratios.entrySet()) {
            bar(svg, TOP + row++ * ROW, each.getKey(), each.getValue());
        }
        text(
                svg,
                new double[] {10, height - 8.0},
                "start",
                "%s. Of p50 and p99 less is better, of the others more. Green: the goal.".formatted(when));
        return svg.append("</svg>\n").toString();
    }

    /** The ratio that is aimed at. */
    static OptionalDouble goal(String name) {
        if (name.startsWith("end_to_end_p50") || name.startsWith("end_to_end_p99")) {
            return OptionalDouble.of(1.25);
        }
        return switch (name) {
            case "engine_per_core" -> OptionalDouble.of(0.7);
            case "replay_per_core" -> OptionalDouble.of(0.5);
            default -> OptionalDouble.empty();
        };
    }

    private static void scale(StringBuilder svg, int height) {
        for (double power = LEAST; power <= MOST; power++) {
            double x = x(Math.pow(10, power));
            line(svg, x, new double[] {TOP - 8.0, height - 28.0}, power == 0 ? "#333333" : "#dddddd");
            text(
                    svg,
                    new double[] {x, 18},
                    "middle",
                    power == 0 ? "1 = floor or peer" : "%s".formatted(number(Math.pow(10, power))));
        }
    }

    private static void bar(StringBuilder svg, int y, String name, double ratio) {
        double from = Math.min(x(1), x(ratio));
        double to = Math.max(x(1), x(ratio));
        text(svg, new double[] {NAMES - 10.0, y + 13.0}, "end", name);
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#4878a8\"/>%n",
                from,
                y,
                Math.max(1, to - from),
                ROW - 8));
        text(svg, new double[] {to + 6, y + 13.0}, "start", number(ratio));
        goal(name).ifPresent(goal -> line(svg, x(goal), new double[] {y - 3.0, y + ROW - 5.0}, "#1a8a3a"));
    }

    private static double x(double ratio) {
        double power = Math.clamp(Math.log10(Math.max(ratio, Double.MIN_NORMAL)), LEAST, MOST);
        return NAMES + (power - LEAST) / (MOST - LEAST) * (WIDTH - NAMES - RIGHT);
    }

    private static String number(double ratio) {
        return String.format(Locale.ROOT, ratio >= 10 ? "%.0f" : "%.2f", ratio);
    }

    private static void line(StringBuilder svg, double x, double[] ends, String colour) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"2\"/>%n",
                x,
                x,
                ends[0],
                ends[1],
                colour));
    }

    private static void text(StringBuilder svg, double[] at, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                at[0],
                at[1],
                anchor,
                text.replace("&", "&amp;").replace("<", "&lt;")));
    }
}
