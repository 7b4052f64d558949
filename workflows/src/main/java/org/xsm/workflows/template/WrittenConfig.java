package org.xsm.workflows.template;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xsm.workflows.site.Vm;

/**
 * A guest config that {@link GuestConfig} has made, read again: how far its guest can grow, and in
 * what it differs from another.
 *
 * @param text the config exactly as it was written to the host
 */
public record WrittenConfig(String text) {
  /** Such a line is never within a value, since a string ends on its line. */
  private static final Pattern SIZE =
      Pattern.compile("(?m)^(?:memory|maxmem|vcpus|maxvcpus) = [0-9]+$");

  private static final Pattern MEMORY = Pattern.compile("(?m)^memory = [0-9]+$");
  private static final Pattern VCPUS = Pattern.compile("(?m)^vcpus = [0-9]+$");
  private static final Pattern MOST_MEMORY = Pattern.compile("(?m)^maxmem = ([0-9]{1,9})$");
  private static final Pattern MOST_VCPUS = Pattern.compile("(?m)^maxvcpus = ([0-9]{1,9})$");

  public WrittenConfig {
    Objects.requireNonNull(text);
  }

  /** How far the guest that was started from it can grow; empty when it does not say so. */
  public Optional<Ceiling> ceiling() {
    return number(MOST_VCPUS)
        .flatMap(vcpus -> number(MOST_MEMORY).map(memory -> new Ceiling(vcpus, memory)));
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

  private static String rest(String config) {
    return SIZE.matcher(config).replaceAll("");
  }

  private Optional<Integer> number(Pattern line) {
    Matcher matcher = line.matcher(text);
    return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }
}
