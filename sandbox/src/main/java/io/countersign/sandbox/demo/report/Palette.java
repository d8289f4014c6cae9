package io.countersign.sandbox.demo.report;

import picocli.CommandLine;

/** Marks in green and red on a terminal, plain elsewhere. */
public enum Palette {
    COLOURS("\u001b[32m✔\u001b[0m", "\u001b[31m✘\u001b[0m"),
    PLAIN("✔", "✘");

    private final String good;
    private final String bad;

    Palette(String good, String bad) {
        this.good = good;
        this.bad = bad;
    }

    /** Colours on a terminal that can show them and whose user has not refused them (NO_COLOR). */
    public static Palette ofTerminal() {
        return CommandLine.Help.Ansi.AUTO.enabled() ? COLOURS : PLAIN;
    }

    /** Good or bad, in one character. */
    public String mark(boolean good) {
        return good ? this.good : this.bad;
    }
}
