package org.xsm.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.beans.factory.annotation.Autowired;

/** Keeps the walls of the house: who may know whom, and how types are named. */
@AnalyzeClasses(packages = "org.xsm", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
  @ArchTest
  static final ArchRule the_ground_knows_only_java =
      classes()
          .that()
          .resideInAPackage("org.xsm.workflows..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.xsm.workflows..");

  @ArchTest
  static final ArchRule connectors_know_only_the_ground =
      column("connectors", "routes", "webtasks");

  @ArchTest
  static final ArchRule routes_know_only_the_ground = column("routes", "connectors", "webtasks");

  @ArchTest
  static final ArchRule web_tasks_know_only_the_ground = column("webtasks", "connectors", "routes");

  private static ArchRule column(String column, String... others) {
    return noClasses()
        .that()
        .resideInAPackage("org.xsm." + column + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.xsm.engine..", "org.xsm." + others[0] + "..", "org.xsm." + others[1] + "..");
  }

  @ArchTest
  static final ArchRule only_the_engine_knows_camunda =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.xsm.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda..");

  @ArchTest
  static final ArchRule the_store_and_settings_do_not_know_camunda =
      noClasses()
          .that()
          .resideInAnyPackage("org.xsm.engine.store..", "org.xsm.engine.settings..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda..");

  @ArchTest
  static final ArchRule only_the_ssh_room_knows_camel_ssh =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.xsm.connectors.ssh..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.camel.component.ssh..");

  @ArchTest
  static final ArchRule the_command_line_starts_nothing_of_the_manager =
      classes()
          .that()
          .resideInAPackage("org.xsm.engine.commandline..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.net.ssl..",
              "picocli..",
              "com.fasterxml.jackson..",
              "org.xsm.workflows..",
              "org.xsm.engine.commandline..",
              "org.xsm.engine.evidence..");

  @ArchTest
  static final ArchRule rooms_do_not_go_in_circles =
      slices().matching("org.xsm.(*).(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothing_is_injected_into_fields =
      fields().should().notBeAnnotatedWith(Autowired.class);

  @ArchTest
  static final ArchRule names_say_something =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Dto")
          .orShould()
          .haveSimpleNameEndingWith("Service")
          .orShould()
          .haveSimpleNameStartingWith("Abstract");
}
