package org.xsm.engine.settings;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.xsm.workflows.site.EditDistance;

/** Refuses to start with a setting that nobody reads, and names the nearest that somebody does. */
final class KnownSettings implements BeanFactoryPostProcessor {
  private static final ConfigurationPropertyName XSM = ConfigurationPropertyName.of("xsm");

  private final ConfigurableEnvironment environment;
  private final SortedSet<String> known = new TreeSet<>(List.of("xsm.home"));
  private final List<String> beginnings = new ArrayList<>();

  KnownSettings(ConfigurableEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    for (String bean : beans.getBeanDefinitionNames()) {
      Optional.ofNullable(beans.getType(bean, false)).ifPresent(this::learn);
    }
    List<UnknownSettings.Unknown> unknown =
        given().stream()
            .filter(key -> !known.contains(key) && beginnings.stream().noneMatch(key::startsWith))
            .map(key -> new UnknownSettings.Unknown(key, nearest(key)))
            .toList();
    if (!unknown.isEmpty()) {
      throw new UnknownSettings(unknown);
    }
  }

  private void learn(Class<?> type) {
    ConfigurationProperties settings = type.getAnnotation(ConfigurationProperties.class);
    if (settings == null || !type.isRecord() || !settings.value().startsWith("xsm.")) {
      return;
    }
    for (RecordComponent component : type.getRecordComponents()) {
      String key = settings.value() + "." + kebab(component.getName());
      known.add(key);
      if (Map.class.isAssignableFrom(component.getType())) {
        beginnings.add(key + ".");
        beginnings.add(key + "[");
      } else if (List.class.isAssignableFrom(component.getType())) {
        beginnings.add(key + "[");
      }
    }
  }

  /**
   * The keys under {@code xsm} that were set, but for the process's environment, where others'
   * names may begin alike.
   */
  private SortedSet<String> given() {
    SortedSet<String> given = new TreeSet<>();
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      if (source instanceof IterableConfigurationPropertySource keys
          && !(source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource)) {
        keys.stream().filter(XSM::isAncestorOf).forEach(key -> given.add(key.toString()));
      }
    }
    return given;
  }

  private String nearest(String key) {
    return known.stream()
        .min(Comparator.comparingInt(other -> EditDistance.between(key, other)))
        .orElseThrow();
  }

  static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
  }
}
