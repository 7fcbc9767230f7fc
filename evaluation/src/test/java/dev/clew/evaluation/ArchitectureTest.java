package dev.clew.evaluation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses EVALUATION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.clew.evaluation");

    @Test
    void ofClewEvaluationKnowsCoreAndIngestOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "com.sun.management..",
                        "org.jspecify..",
                        "dev.clew.evaluation..",
                        "dev.clew.core..",
                        "dev.clew.ingest..",
                        "org.apache.commons.statistics..",
                        "tools.jackson..")
                .check(EVALUATION);
    }

    @Test
    void evaluationKnowsNoAlgorithm() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.clew.core.path..",
                        "dev.clew.core.pagerank..",
                        "dev.clew.core.popularity..",
                        "dev.clew.core.randomwalk..",
                        "dev.clew.core.similarity..",
                        "dev.clew.core.vectors..")
                .check(EVALUATION);
    }

    @Test
    void metricsAndStatisticsKnowNothingOfFilesOrRuns() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.clew.evaluation.metric..", "dev.clew.evaluation.statistics..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.clew.evaluation.data..",
                        "dev.clew.evaluation.protocol..",
                        "dev.clew.evaluation.run..",
                        "dev.clew.evaluation.report..",
                        "dev.clew.evaluation.tune..",
                        "dev.clew.ingest..")
                .check(EVALUATION);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.clew.evaluation.(*)..").should().beFreeOfCycles().check(EVALUATION);
    }
}
