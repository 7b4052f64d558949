package org.xsm.connectors.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CastSettingsTest {
  private static final String PREFIX = "xsm.boot.images.cast";

  private static CastSettings bound(Map<String, String> given) {
    return new Binder(new MapConfigurationPropertySource(given))
        .bindOrCreate(PREFIX, CastSettings.class);
  }

  @Test
  void the_defaults_are_the_documented_ones() {
    assertThat(bound(Map.of())).isEqualTo(CastSettings.defaults());
  }

  @Test
  void everything_can_be_set() {
    assertThat(
            bound(
                Map.of(
                    PREFIX + ".patience", "1h",
                    PREFIX + ".min-wait", "2s",
                    PREFIX + ".max-wait", "3m",
                    PREFIX + ".late-casts", "4",
                    PREFIX + ".late-wait", "5s",
                    PREFIX + ".max-bitrate", "90m",
                    PREFIX + ".retries-until-drop", "15")))
        .isEqualTo(
            new CastSettings(
                Duration.ofHours(1),
                Duration.ofSeconds(2),
                Duration.ofMinutes(3),
                4,
                Duration.ofSeconds(5),
                "90m",
                15));
  }

  @ParameterizedTest
  @CsvSource({
    "patience, 0s",
    "patience, 2d",
    "min-wait, 2m",
    "max-wait, 0s",
    "late-casts, -1",
    "late-wait, 0s",
    "max-bitrate, 90 m",
    "max-bitrate, 0",
    "max-bitrate, $(id)",
    "retries-until-drop, 0"
  })
  void what_makes_no_sense_is_refused_by_its_name(String key, String value) {
    assertThatThrownBy(() -> bound(Map.of(PREFIX + "." + key, value)))
        .rootCause()
        .hasMessageContaining(PREFIX + ".");
  }
}
