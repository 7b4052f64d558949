package org.xsm.connectors.bootserver;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class KernelParameterPropertiesTest {
  @Property
  void a_kernel_parameter_is_one_word_for_boot_loaders_and_shells(
      @ForAll String name, @ForAll String value) {
    try {
      assertThat(new KernelParameter(name, value).toString())
          .matches("[A-Za-z0-9_.,:/@+=-]+")
          .doesNotStartWith("=");
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining("is not a kernel parameter");
    }
  }
}
