package dev.clew.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses BENCHMARKS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.clew.benchmarks");

    @Test
    void apiAndDatabaseKernelStayOutOfTheMeasuringProcess() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.clew.api..",
                        "dev.clew.procedures..",
                        "org.springframework..",
                        "org.neo4j.kernel..",
                        "org.neo4j.graphdb..",
                        "org.neo4j.gds..")
                .check(BENCHMARKS);
    }

    @Test
    void ofTheServerOnlyItsProcessIsKnown() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("dev\\.clew\\.server\\.(?!ServerProcess).*")
                .check(BENCHMARKS);
    }

    @Test
    void qualityAndTimingKnowNoDatabase() {
        classes()
                .that()
                .resideInAnyPackage("dev.clew.benchmarks.quality..", "dev.clew.benchmarks.timing..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage("org.neo4j..")
                .check(BENCHMARKS);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.clew.benchmarks.(*)..").should().beFreeOfCycles().check(BENCHMARKS);
    }
}
