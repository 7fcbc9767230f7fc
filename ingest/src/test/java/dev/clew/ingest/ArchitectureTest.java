package dev.clew.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses INGEST = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.clew.ingest");

    @Test
    void ofClewIngestKnowsCoreOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "dev.clew.ingest..",
                        "dev.clew.core..",
                        "org.neo4j.driver..",
                        "de.siegmar.fastcsv..",
                        "org.snakeyaml.engine..",
                        "tools.jackson..")
                .check(INGEST);
    }

    @Test
    void onlyLoadingAndReadingADeclaredGraphKnowTheDatabase() {
        classes()
                .that()
                .resideOutsideOfPackages("dev.clew.ingest.load..", "dev.clew.ingest.declared..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages("org.neo4j..", "dev.clew.ingest.load..", "dev.clew.ingest.declared..")
                .check(INGEST);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.clew.ingest.(*)..").should().beFreeOfCycles().check(INGEST);
    }
}
