package io.countersign.sandbox.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Prose names no file that does not exist. */
class DocumentsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");

    /** A path in backticks starts with a folder of the checkout; what is made when it runs is no file of it. */
    private static final Pattern PATH = Pattern.compile(
            "`((?:bin|config|docs|schemas|risk-domain|risk-wire|risk-engine|relay-gateway|compliance-replay|sandbox)/[^`\\s*<>{}]*)`");

    @TestFactory
    Stream<DynamicTest> everyFileThatADocumentNamesExists() throws IOException {
        return documents().stream()
                .map(document -> DynamicTest.dynamicTest(
                        Project.root().relativize(document).toString(),
                        () -> assertThat(missing(document)).isEmpty()));
    }

    private static List<String> missing(Path document) throws IOException {
        String text = Files.readString(document);
        List<String> missing = new ArrayList<>();
        Path folder = document.getParent();
        for (Matcher link = LINK.matcher(text); link.find(); ) {
            if (folder == null || !Files.exists(folder.resolve(link.group(1)))) {
                missing.add(link.group(1));
            }
        }
        for (Matcher path = PATH.matcher(text); path.find(); ) {
            if (!path.group(1).contains("/target")
                    && !Files.exists(Project.root().resolve(path.group(1)))) {
                missing.add(path.group(1));
            }
        }
        return missing;
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> top = Files.list(Project.root());
                Stream<Path> docs = Files.walk(Project.root().resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(each -> each.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
