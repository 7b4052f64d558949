package org.xsm.workflows.template;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.template.ConfigText.Statement;

/**
 * A guest config that {@link GuestConfig} has made, read again: how far its guest can grow, and in
 * what it differs from another.
 *
 * @param text the config exactly as it was written to the host
 */
public record WrittenConfig(String text) {
  private static final Set<String> SIZE = Set.of("memory", "maxmem", "vcpus", "maxvcpus");
  private static final Pattern MEMORY = Pattern.compile("(?m)^memory = [0-9]+$");
  private static final Pattern VCPUS = Pattern.compile("(?m)^vcpus = [0-9]+$");

  public WrittenConfig {
    Objects.requireNonNull(text);
  }

  /** How far the guest that was started from it can grow; empty when it does not say so. */
  public Optional<Ceiling> ceiling() {
    Map<String, String> values =
        ConfigText.statements(text).stream()
            .filter(statement -> SIZE.contains(statement.key()))
            .collect(Collectors.toMap(Statement::key, WrittenConfig::value, (first, last) -> last));
    return number(values.get("maxvcpus"))
        .flatMap(vcpus -> number(values.get("maxmem")).map(memory -> new Ceiling(vcpus, memory)));
  }

  /** Whether the two say the same of everything but VCPUs and memory. */
  public boolean isButForSize(String other) {
    return text.equals(other) || rest(text).equals(rest(other));
  }

  /** The same config for a guest of this VM's size. */
  public String sized(Vm vm) {
    String memory = MEMORY.matcher(text).replaceAll("memory = " + vm.memory());
    return VCPUS.matcher(memory).replaceAll("vcpus = " + vm.vcpus());
  }

  private static List<String> rest(String config) {
    return ConfigText.statements(config).stream()
        .filter(statement -> !statement.key().isEmpty() && !SIZE.contains(statement.key()))
        .map(Statement::text)
        .toList();
  }

  private static String value(Statement statement) {
    return statement.text().substring(statement.text().indexOf('=') + 1).strip();
  }

  private static Optional<Integer> number(String value) {
    return Optional.ofNullable(value)
        .filter(digits -> digits.matches("[0-9]{1,9}"))
        .map(Integer::valueOf);
  }
}
