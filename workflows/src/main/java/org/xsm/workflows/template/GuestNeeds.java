package org.xsm.workflows.template;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xsm.workflows.site.InvalidValue;

/**
 * What a guest config needs of the host that its VM runs on. Only what can be looked for there: a
 * disk behind a network protocol or a script of its own is none of it.
 *
 * @param bridges names of bridges
 * @param disks absolute paths of disk images and block devices
 */
public record GuestNeeds(SortedSet<String> bridges, SortedSet<String> disks) {
  private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\'\"])");
  private static final Pattern BRIDGE = Pattern.compile("(?:^|,)\\s*bridge=([^,]+)");
  private static final Pattern TARGET = Pattern.compile("(?:^|,)\\s*target=(.*)$");
  private static final Pattern ELSEWHERE = Pattern.compile("(?:^|,)\\s*(?:script|backend)=");
  private static final Pattern FORMATS = Pattern.compile("^(?:[a-z0-9]+:)+(?!//)");

  public GuestNeeds {
    bridges = new TreeSet<>(bridges);
    disks = new TreeSet<>(disks);
  }

  /**
   * Reads a guest config.
   *
   * @throws InvalidValue when it is none
   */
  public static GuestNeeds of(String config) {
    return new GuestNeeds(
        entries(config, "vif").flatMap(GuestNeeds::bridge).collect(sorted()),
        entries(config, "disk").flatMap(GuestNeeds::path).collect(sorted()));
  }

  private static Collector<String, ?, TreeSet<String>> sorted() {
    return Collectors.toCollection(TreeSet::new);
  }

  private static Stream<String> entries(String config, String key) {
    return ConfigText.strings(ConfigText.statements(config), key).stream()
        .map(string -> ESCAPED.matcher(string).replaceAll("$1"));
  }

  private static Stream<String> bridge(String card) {
    Matcher bridge = BRIDGE.matcher(card);
    return bridge.find() ? Stream.of(bridge.group(1).strip()) : Stream.empty();
  }

  /** The older syntax begins with the path, behind the names of formats; the newer ends with it. */
  private static Stream<String> path(String disk) {
    if (ELSEWHERE.matcher(disk).find()) {
      return Stream.empty();
    }
    Matcher target = TARGET.matcher(disk);
    String place = target.find() ? target.group(1) : disk.split(",", 2)[0];
    String bare = FORMATS.matcher(place.strip()).replaceFirst("");
    if (bare.startsWith("/")) {
      return Stream.of(bare);
    }
    boolean device = place.strip().startsWith("phy:") && !bare.isEmpty();
    return device ? Stream.of("/dev/" + bare) : Stream.empty();
  }
}
