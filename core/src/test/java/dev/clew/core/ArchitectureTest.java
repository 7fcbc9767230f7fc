package dev.clew.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {
    private static final String CORE = "dev.clew.core";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(CORE);

    @Test
    void theGraphKnowsNothingOfTheRest() {
        classes()
                .that()
                .resideInAPackage(CORE + ".graph..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(CORE + ".graph..", "java..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void coreKnowsTheJdkJGraphTAndJSpecifyOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(CORE + "..", "java..", "org.jgrapht..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void noTwoPackagesKnowEachOther() {
        slices().matching(CORE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"path", "pagerank", "popularity", "randomwalk", "similarity", "vectors"})
    void anAlgorithmKnowsTheGraphAndTheContractsButNoOtherAlgorithm(String algorithm) {
        classes()
                .that()
                .resideInAPackage(CORE + "." + algorithm + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        CORE + "." + algorithm + "..",
                        CORE + ".graph..",
                        CORE + ".chain..",
                        CORE + ".recommend..",
                        CORE + ".ledger..",
                        CORE + ".settings..",
                        CORE + ".split..",
                        "java..",
                        "org.jspecify..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void theContractsKnowNoAlgorithm() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE + ".recommend..", CORE + ".ledger..", CORE + ".settings..", CORE + ".split..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        CORE + ".path..",
                        CORE + ".chain..",
                        CORE + ".pagerank..",
                        CORE + ".randomwalk..",
                        CORE + ".popularity..",
                        CORE + ".explain..")
                .check(CLASSES);
    }

    @Test
    void anExplanationIsReadOffTheLedgerAndTheGraph() {
        classes()
                .that()
                .resideInAPackage(CORE + ".explain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        CORE + ".explain..", CORE + ".graph..", CORE + ".ledger..", "java..", "org.jspecify..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }
}
