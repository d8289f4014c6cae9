package io.countersign.sandbox.project;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The layering between the modules. Think hard before changing this file. */
class ArchitectureTest {

    private static final JavaClasses COUNTERSIGN = new ClassFileImporter()
            .importPaths(Stream.of(
                            "schemas",
                            "risk-domain",
                            "risk-wire",
                            "risk-engine",
                            "relay-gateway",
                            "compliance-replay",
                            "sandbox")
                    .map(module -> Project.root().resolve(module).resolve("target/classes"))
                    .toArray(Path[]::new));

    @Test
    void everyModuleIsLookedAt() {
        for (String name :
                new String[] {"domain", "wire", "engine", "gateway", "relay", "replay", "sandbox", "schema"}) {
            check(classes()
                    .that()
                    .resideInAPackage("io.countersign." + name + "..")
                    .should()
                    .resideInAPackage("io.countersign.."));
        }
    }

    @Test
    void theDomainKnowsOnlyTheJdk() {
        check(classes()
                .that()
                .resideInAPackage("io.countersign.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.countersign.domain..",
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.math..",
                        "org.jspecify..")
                .because("the engine, the replay and the what-if must reach the same decision"));
    }

    @Test
    void onlyTheWireSeesAvro() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.countersign.wire..",
                        "io.countersign.schema..",
                        "io.countersign.sandbox..",
                        // Files for auditors, in Avro's own container and in Parquet.
                        "io.countersign.replay.archive..",
                        "io.countersign.replay.export..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.avro..", "io.countersign.schema..", "io.apicurio..")
                .because("messages are the domain's; how they travel may change without it"));
    }

    @Test
    void onlyTheEngineSeesStreams() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.countersign.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka.streams.."));
    }

    @Test
    void onlyTheGatewayAndTheQueriesSeeTheRestApi() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("io.countersign.gateway..", "io.countersign.engine.query..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs.."));
    }

    @Test
    void theReplayCanNeitherWriteNorSignNorSend() {
        check(noClasses()
                .that()
                .resideInAPackage("io.countersign.replay..")
                .and()
                // Exports are signed, with the exporter's own key.
                .doNotHaveFullyQualifiedName("io.countersign.replay.export.ExportKeys")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.apache.kafka.clients.producer.KafkaProducer")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("com.google.crypto.tink.PublicKeySign")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.countersign.relay..", "io.countersign.gateway..", "io.countersign.wire.seal.."));
    }

    @Test
    void theStandInSharesNothingWithWhatItTests() {
        check(noClasses()
                .that()
                .resideInAPackage("io.countersign.sandbox.standin..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.countersign.domain..",
                        "io.countersign.wire..",
                        "io.countersign.reading..",
                        "io.countersign.gateway..",
                        "io.countersign.relay..")
                .because("a shared mistake would prove nothing"));
    }

    @Test
    void theRolesKnowEachOtherByTheirTopicsAlone() {
        check(noClasses()
                .that()
                .resideInAPackage("io.countersign.gateway..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.countersign.relay.."));
        check(noClasses()
                .that()
                .resideInAPackage("io.countersign.relay..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.countersign.gateway.."));
    }

    @Test
    void noPackagesGoInCircles() {
        for (String module : new String[] {"domain", "wire", "engine", "reading", "gateway", "relay", "replay"}) {
            slices().matching("io.countersign." + module + ".(**)")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .check(COUNTERSIGN);
        }
    }

    private static void check(ArchRule rule) {
        rule.check(COUNTERSIGN);
    }
}
