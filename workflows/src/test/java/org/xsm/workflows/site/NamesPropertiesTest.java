package org.xsm.workflows.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class NamesPropertiesTest {
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_.-]+");

  @Property
  void whatever_is_taken_for_a_name_is_harmless_in_any_file(@ForAll String text) {
    taken(() -> new HostName(text).value())
        .or(() -> taken(() -> new ImageName(text).value()))
        .ifPresent(name -> assertThat(name).matches(HARMLESS).doesNotStartWith("-"));
  }

  private static Optional<String> taken(Supplier<String> value) {
    try {
      return Optional.of(value.get());
    } catch (InvalidValue refused) {
      return Optional.empty();
    }
  }
}
