package org.xsm.connectors.xen.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xsm.connectors.xen.ToolText;

/**
 * What {@code xl info} and {@code xm info} say: lines of a key, a colon and a value, which may be
 * empty or hold colons.
 *
 * @param version Xen's version, such as {@code 4.17.5}
 * @param totalMemory memory of the machine in MiB
 * @param freeMemory memory in MiB that Xen could give to a guest
 */
public record InfoAnswer(String version, int cpus, int totalMemory, int freeMemory) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final int LINES = 1000;

  public static InfoAnswer parse(String text) throws NotUnderstood {
    Map<String, String> values = new LinkedHashMap<>();
    text.lines()
        .limit(LINES)
        .filter(line -> line.indexOf(':') > 0)
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              values.putIfAbsent(
                  line.substring(0, colon).strip(), line.substring(colon + 1).strip());
            });
    return new InfoAnswer(
        version(values),
        number(values, "nr_cpus"),
        number(values, "total_memory"),
        number(values, "free_memory"));
  }

  private static String version(Map<String, String> values) throws NotUnderstood {
    String parts =
        values.getOrDefault("xen_major", "")
            + "."
            + values.getOrDefault("xen_minor", "")
            + values.getOrDefault("xen_extra", "");
    String version = Optional.ofNullable(values.get("xen_version")).orElse(parts);
    if (version.isEmpty() || version.equals(".")) {
      throw new NotUnderstood("'info' tells no xen_version");
    }
    return ToolText.line(version);
  }

  private static int number(Map<String, String> values, String key) throws NotUnderstood {
    String value = values.getOrDefault(key, "");
    if (!NUMBER.matcher(value).matches()) {
      throw new NotUnderstood("'info' tells no number for " + key);
    }
    return Integer.parseInt(value);
  }
}
