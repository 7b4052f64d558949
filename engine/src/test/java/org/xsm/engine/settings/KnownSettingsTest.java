package org.xsm.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.xsm.workflows.plan.PlanningRules;

class KnownSettingsTest {
  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(SettingsConfiguration.class);

  @Test
  void the_defaults_are_the_documented_ones() {
    context.run(
        started ->
            assertThat(started.getBean(LimitsSettings.class))
                .isEqualTo(
                    new LimitsSettings(
                        32,
                        4,
                        2,
                        4,
                        Duration.ofSeconds(60),
                        Duration.ofMinutes(10),
                        Duration.ofDays(14),
                        Duration.ofDays(1),
                        30,
                        8)));
  }

  @Test
  void the_defaults_of_planning_are_those_of_the_planner() {
    context.run(
        started ->
            assertThat(
                    started
                        .getBean(PlanSettings.class)
                        .rules(started.getBean(LimitsSettings.class)))
                .isEqualTo(PlanningRules.DEFAULT));
  }

  @Test
  void every_rule_of_planning_can_be_set() {
    Map<String, String> given =
        Map.of(
            "xsm.plan.headroom-vcpus", "1",
            "xsm.plan.headroom-memory", "2",
            "xsm.plan.shrink-percent", "3",
            "xsm.plan.shrink-floor", "4",
            "xsm.plan.cold-moves", "false");

    assertThat(
            new Binder(new MapConfigurationPropertySource(given))
                .bind("xsm.plan", PlanSettings.class)
                .get())
        .isEqualTo(new PlanSettings(1, 2, 3, 4, false));
  }

  @Test
  void every_limit_can_be_set() {
    Map<String, String> given =
        Map.of(
            "xsm.limits.steps-at-once", "1",
            "xsm.limits.commands-per-host", "2",
            "xsm.limits.migrations-per-host", "7",
            "xsm.limits.deployments-per-image", "8",
            "xsm.limits.shutdown-timeout", "3s",
            "xsm.limits.stage-timeout", "9m",
            "xsm.limits.approval-expiry", "4h",
            "xsm.limits.approval-reminder", "1h",
            "xsm.limits.mass-change-percent", "5",
            "xsm.limits.guest-overhead", "6");

    assertThat(
            new Binder(new MapConfigurationPropertySource(given))
                .bind("xsm.limits", LimitsSettings.class)
                .get())
        .isEqualTo(
            new LimitsSettings(
                1,
                2,
                7,
                8,
                Duration.ofSeconds(3),
                Duration.ofMinutes(9),
                Duration.ofHours(4),
                Duration.ofHours(1),
                5,
                6));
  }

  @Test
  void a_setting_that_nobody_reads_stops_the_start_and_the_nearest_is_named() {
    context
        .withPropertyValues("xsm.limits.steps-at-onec=3", "xsm.home=x")
        .run(
            started ->
                assertThat(started.getStartupFailure())
                    .isInstanceOf(UnknownSettings.class)
                    .hasMessage(
                        "There is no setting xsm.limits.steps-at-onec. Did you mean xsm.limits.steps-at-once?"));
  }

  @ConfigurationProperties("xsm.colours")
  record Colours(List<String> warm, String cold) {}

  @EnableConfigurationProperties(Colours.class)
  static class Painting {}

  @Test
  void a_list_may_be_written_item_by_item_and_nothing_else_may() {
    context
        .withUserConfiguration(Painting.class)
        .withPropertyValues("xsm.colours.warm[0]=red", "xsm.colours.warm[1]=yellow")
        .run(
            started ->
                assertThat(started.getBean(Colours.class).warm()).containsExactly("red", "yellow"));
    context
        .withUserConfiguration(Painting.class)
        .withPropertyValues("xsm.colours.cold[0]=blue")
        .run(started -> assertThat(started).hasFailed());
  }

  @Test
  void a_limit_below_one_is_refused() {
    assertThatThrownBy(
            () ->
                new LimitsSettings(
                        0,
                        4,
                        2,
                        4,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        30,
                        8)
                    .limits())
        .hasMessageContaining("steps-at-once=0");
  }
}
