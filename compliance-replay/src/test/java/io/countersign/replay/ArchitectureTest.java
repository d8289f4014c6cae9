package io.countersign.replay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** An auditor's tool has no side effects. Think hard before changing this file. */
class ArchitectureTest {

    private static final JavaClasses REPLAY =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.countersign.replay");

    @Test
    void canWriteNothingIntoKafka() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka.clients.producer..", "org.apache.kafka.clients.admin..")
                .orShould()
                .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching("commit.*")))
                .check(REPLAY);
    }

    /** It can tell the engine's signature, which takes a public key, and can make none. */
    @Test
    void holdsNoSecret() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.countersign.wire.sign.Countersigner")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.crypto.tink..", "io.countersign.wire.seal", "io.countersign.wire.keys")
                .check(REPLAY);
    }

    @Test
    void knowsNothingThatSends() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.countersign.relay..", "io.countersign.gateway..", "java.net.http..")
                .check(REPLAY);
    }
}
