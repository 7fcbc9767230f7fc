package dev.clew.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLI = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.clew.cli");

    @Test
    void theCommandLineStartsServerAndApiAndImportsNeither() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.clew.server..", "dev.clew.api..", "dev.clew.procedures..")
                .check(CLI);
    }

    @Test
    void theCommandLineKnowsNeitherTheDatabaseKernelNorSpring() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.neo4j.kernel..", "org.neo4j.graphdb..", "org.springframework..")
                .check(CLI);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.clew.cli.(*)..").should().beFreeOfCycles().check(CLI);
    }
}
