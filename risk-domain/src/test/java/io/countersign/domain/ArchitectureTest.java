package io.countersign.domain;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The layering inside the domain. Think hard before changing this file. */
class ArchitectureTest {

    private static final JavaClasses DOMAIN =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.countersign.domain");

    @Test
    void knowsOnlyTheJdk() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.countersign.domain..",
                        "java.lang",
                        "java.lang.annotation",
                        "java.lang.invoke", // what lambdas compile to
                        "java.lang.runtime", // what switches and records compile to
                        "java.math",
                        "java.time..",
                        "java.util",
                        "java.util.function",
                        "java.util.regex",
                        "java.util.stream",
                        "org.jspecify.annotations")
                .because("the domain is judged by reading it, and outlives every framework")
                .check(DOMAIN);
    }

    @Test
    void readsNoClockNoEnvironmentAndNoDice() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(nameMatching("java\\.time\\..*"))).and(target(nameMatching("now"))))
                .orShould()
                .callMethodWhere(target(owner(nameMatching("java\\.lang\\.(System|Runtime|ProcessHandle|Process.*)"))))
                .orShould()
                .callMethodWhere(
                        target(owner(nameMatching("java\\.lang\\.Math"))).and(target(nameMatching("random"))))
                .orShould()
                .callMethodWhere(target(owner(nameMatching("java\\.util\\.(UUID|Locale|TimeZone)"))))
                .orShould()
                .callMethodWhere(target(nameMatching("systemDefault|getDefault|identityHashCode|parallel.*|shuffle")))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.time\\.Clock|java\\.time\\.InstantSource|java\\.util\\..*Random.*")
                .because("replay must reach the decision that the engine reached")
                .check(DOMAIN);
    }

    @Test
    void hasNoThreadAndNoMemoryOfItsOwn() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.lang\\.(Thread.*|ThreadLocal.*|ScopedValue.*)|java\\.util\\.concurrent\\..*"
                        + "|java\\.util\\.(Timer.*|WeakHashMap|IdentityHashMap)")
                .because("one writer calls it, and what it knows is in its arguments")
                .check(DOMAIN);
    }

    @Test
    void changesNothingThatIsShared() {
        Set<String> changeable = DOMAIN.stream()
                .filter(each -> !each.isEnum())
                .map(JavaClass::getFields)
                .flatMap(Set::stream)
                .filter(field -> !field.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.FINAL))
                .map(Object::toString)
                .collect(Collectors.toSet());

        assertThat(changeable).as("fields that are not final").isEmpty();
    }

    @Test
    void hasNoPackageCycles() {
        slices().matching("io.countersign.domain.(*)..")
                .should()
                .beFreeOfCycles()
                .check(DOMAIN);
    }
}
