package io.countersign.gateway.answer;

import io.countersign.domain.finding.Finding;

/** One finding as the account's owner sees it. */
public record FindingBody(String rule, String verdict, String observed, String bound, String sentence, int score) {

    /** The body of {@code finding}. */
    public static FindingBody of(Finding finding) {
        return new FindingBody(
                finding.rule().value(),
                finding.verdict().name(),
                finding.observed(),
                finding.bound(),
                finding.sentence(),
                finding.score());
    }
}
