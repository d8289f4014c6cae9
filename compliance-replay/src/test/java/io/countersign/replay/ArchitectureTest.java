package io.countersign.replay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.File;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    void holdsNoKeyOfOthers() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.countersign.wire.sign.Countersigner")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("io.countersign.wire.seal", "io.countersign.wire.keys")
                .check(REPLAY);
    }

    /** Exports are signed, with a key of the exporter's own and for a purpose of their own. */
    @Test
    void signsNothingButExports() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.countersign.replay.export.ExportKeys")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.crypto.tink..", "java.security.spec..")
                .check(REPLAY);
    }

    /** The core of an audit: what decides again knows neither files nor Kafka nor a store. */
    @Test
    void decidesWithoutKnowingWhereFrom() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.countersign.replay.verify", "io.countersign.replay.whatif", "io.countersign.replay.account")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..", "org.rocksdb..", "org.apache.parquet..", "io.countersign.replay.archive")
                .check(REPLAY);
    }

    /** Whatever is run with this module, tests included, has no class of gateway, relay, engine or sandbox, and no keyset. */
    @Test
    void nothingThatSendsAndNoKeyIsOnTheClassPath() {
        JavaClasses all = new ClassFileImporter().importPackages("io.countersign");

        assertThat(all.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .contains("io.countersign.replay", "io.countersign.wire.journal", "io.countersign.domain.decider")
                .noneMatch(each ->
                        each.matches("io\\.countersign\\.(relay|gateway|reading|role|engine|sandbox|bench)(\\..*)?"));
        assertThat(List.of(System.getProperty("java.class.path").split(File.pathSeparator)))
                .noneMatch(each -> each.matches(".*countersign-(relay|risk-engine|sandbox).*"));
        assertThat(Stream.of(
                                "engine-sign.private.json",
                                "keys/engine-sign.private.json",
                                "relay-seal.private.json",
                                "keys/relay-seal.private.json")
                        .filter(each -> ArchitectureTest.class.getClassLoader().getResource(each) != null))
                .isEmpty();
    }

    @Test
    void knowsNothingThatSends() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.countersign.relay..", "io.countersign.gateway..", "io.countersign.engine..", "java.net..")
                .check(REPLAY);
    }
}
