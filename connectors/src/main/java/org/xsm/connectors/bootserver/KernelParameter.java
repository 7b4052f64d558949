package org.xsm.connectors.bootserver;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.xsm.workflows.site.Printable;

/**
 * A word on the command line of the installer's kernel, {@code IMAGESERVER=192.168.5.2}. It reaches
 * shell scripts of installers that evaluate it, so it holds nothing that a shell would look at.
 */
public record KernelParameter(String name, String value) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_.,:/@+=-]{0,200}");

  /**
   * @throws IllegalArgumentException when it has other characters than those that mean nothing to
   *     boot loaders and shells
   */
  public KernelParameter {
    if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a kernel parameter".formatted(Printable.of(name + "=" + value)));
    }
  }

  /** Reads {@code NAME=VALUE}, or a {@code NAME} alone. */
  public static KernelParameter parse(String text) {
    int equals = text.indexOf('=');
    return equals < 0
        ? new KernelParameter(text, "")
        : new KernelParameter(text.substring(0, equals), text.substring(equals + 1));
  }

  /** The words in one line. */
  public static String line(List<KernelParameter> parameters) {
    return parameters.stream().map(KernelParameter::toString).collect(Collectors.joining(" "));
  }

  @Override
  public String toString() {
    return value.isEmpty() ? name : name + "=" + value;
  }
}
