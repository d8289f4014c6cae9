package io.countersign.sandbox.standin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The stand-in is a second opinion, and so must not share a line with what it is a second opinion on. */
class StandInArchitectureTest {

    private static final JavaClasses STAND_IN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.countersign.sandbox.standin");

    @Test
    void sharesNoCodeWithTheProduct() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.countersign.sandbox.standin..",
                        "java..",
                        "javax.crypto..",
                        "org.jspecify..",
                        "com.fasterxml.jackson..",
                        "io.netty..",
                        "org.slf4j..")
                .because("a mistake that both sides share would be found by neither")
                .check(STAND_IN);
    }

    @Test
    void hasNoPackageCycles() {
        slices().matching("io.countersign.sandbox.standin.(*)..")
                .should()
                .beFreeOfCycles()
                .check(STAND_IN);
    }
}
