package io.countersign.replay.whatif;

import io.countersign.replay.ConfluentFraming;
import io.countersign.replay.SeededJournal;
import io.countersign.replay.TestPolicies;
import io.countersign.replay.progress.Progress;
import io.countersign.replay.verify.EngineKeys;
import io.countersign.replay.verify.Memory;
import io.countersign.wire.policy.PolicyYaml;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a page to look at. */
final class ReportPicture {

    private ReportPicture() {}

    /** Takes the file. */
    public static void main(String[] args) throws Exception {
        SeededJournal journal = new SeededJournal(5, 4, new ConfluentFraming(), new EngineKeys().signer())
                .policy(TestPolicies.yaml())
                .life(40, 12_000, 14);
        String next = TestPolicies.yaml()
                .replace("perTransaction: 100", "perTransaction: 115")
                .replace("calendarDay: 250", "calendarDay: 220");
        Comparison found = new WhatIf(PolicyYaml.parse(9, next), null, null, 2, Memory.usual(1))
                .compare(journal.source(), Progress.NONE);
        Files.writeString(Path.of(args[0]), HtmlReport.of(found, "next.yaml", "the archive 2026"));
        found.lines().forEach(System.out::println);
    }
}
