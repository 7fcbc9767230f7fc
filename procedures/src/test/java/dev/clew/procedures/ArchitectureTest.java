package dev.clew.procedures;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.clew.procedures");

    @Test
    void onlyTheHookKnowsTheKernel() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..hook..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.neo4j.kernel..", "org.neo4j.internal..", "org.neo4j.logging.internal..")
                .check(CLASSES);
    }

    @Test
    void onlyTheDoorsKnowTheProcedureApi() {
        noClasses()
                .that()
                .resideInAnyPackage("..hook..", "..live..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.neo4j.procedure..")
                .check(CLASSES);
    }

    @Test
    void clewModulesOtherThanCoreAreUnknownHere() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.clew.ingest..",
                        "dev.clew.api..",
                        "dev.clew.server..",
                        "dev.clew.cli..",
                        "dev.clew.evaluation..")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.clew.procedures.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
