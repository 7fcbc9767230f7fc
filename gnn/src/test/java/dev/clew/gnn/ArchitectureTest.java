package dev.clew.gnn;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses GNN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.clew.gnn");

    @Test
    void ofClewGnnKnowsCoreOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.ejml..",
                        "org.nd4j..",
                        "org.deeplearning4j..",
                        "org.bytedeco..",
                        "org.neo4j.driver..",
                        "dev.clew.gnn..",
                        "dev.clew.core..")
                .check(GNN);
    }

    /** Providers, parameters and estimates are looked at to list recommenders; ND4J would start its natives. */
    @Test
    void whatIsListedKnowsNothingOfNd4j() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Provider")
                .or()
                .haveSimpleNameEndingWith("Parameters")
                .or()
                .haveSimpleNameEndingWith("Estimate")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..")
                .check(GNN);
    }

    @Test
    void onlyTheModelStoreKnowsTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.clew.gnn.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.neo4j..")
                .check(GNN);
    }

    @Test
    void matricesKnowNothingOfGraphs() {
        classes()
                .that()
                .resideInAnyPackage("dev.clew.gnn.matrix..", "dev.clew.gnn.svd..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.jspecify..", "org.ejml..", "dev.clew.gnn.matrix..", "dev.clew.gnn.svd..")
                .check(GNN);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.clew.gnn.(*)..").should().beFreeOfCycles().check(GNN);
    }
}
