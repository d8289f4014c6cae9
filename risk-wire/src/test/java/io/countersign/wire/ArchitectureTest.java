package io.countersign.wire;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** The layering inside the wire. Think hard before changing this file. */
class ArchitectureTest {

    private static final JavaClasses WIRE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.countersign.wire");

    @Test
    void onlyTheMappingsSeeGeneratedClasses() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Mapping")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.countersign.schema..")
                .because("everyone else speaks the domain's words")
                .check(WIRE);
    }

    @Test
    void messagesAreFreeOfTheirEncoding() {
        noClasses()
                .that()
                .resideInAPackage("io.countersign.wire.message")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.avro..", "org.apache.kafka..", "com.fasterxml..", "com.google..")
                .check(WIRE);
    }

    @Test
    void knowsNoProducerAndNoConsumer() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka.clients.producer..", "org.apache.kafka.clients.consumer..")
                .because("it says how values look and which topics there must be, not who moves them")
                .check(WIRE);
    }

    @Test
    void hasNoPackageCycles() {
        slices().matching("io.countersign.wire.(*)..").should().beFreeOfCycles().check(WIRE);
    }
}
