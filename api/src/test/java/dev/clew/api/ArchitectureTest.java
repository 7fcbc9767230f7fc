package dev.clew.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.web.bind.annotation.RestController;

class ArchitectureTest {
    private static final JavaClasses API = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.clew.api");

    @Test
    void apiKnowsNoOtherClewModuleThanCore() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.clew.procedures..",
                        "dev.clew.ingest..",
                        "dev.clew.gnn..",
                        "dev.clew.evaluation..",
                        "dev.clew.server..",
                        "dev.clew.cli..")
                .check(API);
    }

    @Test
    void apiReachesNeo4jOnlyThroughTheDriverAndSpringData() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.neo4j.graphdb..", "org.neo4j.kernel..", "org.neo4j.procedure..", "org.neo4j.logging..")
                .check(API);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.clew.api.(*)..").should().beFreeOfCycles().check(API);
    }

    @Test
    void controllersDoNotTalkToTheDatabaseThemselves() {
        noClasses()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.neo4j..", "dev.clew.api.database..")
                .check(API);
    }

    @Test
    void declarationsAreOnlyRead() {
        classes()
                .that()
                .areAssignableTo(Repository.class)
                .should()
                .notBeAssignableTo(org.springframework.data.repository.CrudRepository.class)
                .check(API);
    }
}
