package dev.clew.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.clew.server");

    @Test
    void theServerUsesNoOtherClewModule() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("dev.clew..").and(resideOutsideOfPackage("dev.clew.server..")))
                .check(SERVER);
    }

    @Test
    void otherModulesCanUseServerProcessWithNothingButTheJdk() {
        classes()
                .that()
                .haveNameMatching("dev\\.clew\\.server\\.ServerProcess.*")
                .should()
                .onlyAccessClassesThat()
                .haveNameMatching("java\\..*|dev\\.clew\\.server\\.ServerProcess.*")
                .check(SERVER);
    }
}
