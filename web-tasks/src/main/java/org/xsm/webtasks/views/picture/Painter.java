package org.xsm.webtasks.views.picture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.xsm.webtasks.views.Times;
import org.xsm.workflows.forecast.Forecast;
import org.xsm.workflows.forecast.HostMemory;
import org.xsm.workflows.forecast.Timetable;
import org.xsm.workflows.plan.Step;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.site.HostAddress;

/** Draws a timetable, with the memory of the hosts where it is known. */
public final class Painter {
  private static final int MOST_HOSTS = 24;
  private static final int MOST_STEPS_WITH_LINES = 80;
  private static final int SPACE = 3;
  private static final int TIGHT_PERCENT = 95;

  private final Forecast forecast;
  private final Function<Step, String> style;
  private final Scale scale;
  private final Lanes lanes = new Lanes();
  private final Map<HostAddress, Integer> places = new LinkedHashMap<>();
  private final Map<StepId, Box> first = new HashMap<>();
  private final Map<StepId, Box> last = new HashMap<>();
  private final List<Box> boxes = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final int hidden;

  private Painter(Forecast forecast, Function<Step, String> style) {
    this.forecast = forecast;
    this.style = style;
    this.scale = Scale.of(forecast.timetable());
    this.hidden = arrange();
  }

  /**
   * @param style tells the class by which a step is coloured
   */
  public static PlanPicture paint(Forecast forecast, Function<Step, String> style) {
    return new Painter(forecast, style).paint();
  }

  /** Gives those hosts a place that have most to do; tells how many get none. */
  private int arrange() {
    Map<HostAddress, Integer> work = new HashMap<>();
    entries()
        .forEach(each -> each.step().hosts().forEach(host -> work.merge(host, 1, Integer::sum)));
    Set<HostAddress> chosen = new HashSet<>();
    work.entrySet().stream()
        .sorted(
            Map.Entry.<HostAddress, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_HOSTS)
        .forEach(host -> chosen.add(host.getKey()));
    chosen.stream().sorted().forEach(host -> places.put(host, places.size()));
    return work.size() - chosen.size();
  }

  private Stream<Timetable.Entry> entries() {
    return forecast.timetable().entries().stream();
  }

  private PlanPicture paint() {
    entries().forEach(entry -> drawn(entry).forEach(host -> lanes.add(host, entry)));
    entries().forEach(this::draw);
    if (boxes.size() <= MOST_STEPS_WITH_LINES) {
      entries().map(Timetable.Entry::step).forEach(this::connect);
    }
    return new PlanPicture(
        scale.height(),
        scale.ticks(),
        places.keySet().stream().map(this::column).toList(),
        boxes,
        lines,
        hidden,
        summary());
  }

  private List<HostAddress> drawn(Timetable.Entry entry) {
    return entry.step().hosts().stream().filter(places::containsKey).toList();
  }

  private void draw(Timetable.Entry entry) {
    Step step = entry.step();
    for (HostAddress host : drawn(entry)) {
      Box box = box(host, entry);
      boxes.add(box);
      first.merge(step.id(), box, (one, other) -> one);
      last.put(step.id(), box);
    }
    Optional<HostAddress> from = step.from().filter(places::containsKey);
    if (from.isPresent() && places.containsKey(step.host())) {
      lines.add(Line.move(last.get(step.id()), first.get(step.id())));
    }
  }

  private Box box(HostAddress host, Timetable.Entry entry) {
    Step step = entry.step();
    int width = Column.STEPS / lanes.count(host);
    int x = x(host) + lanes.lane(host, step.id()) * width;
    int y = scale.y(entry.start());
    int height = Math.max(SPACE, scale.y(entry.end()) - y - 1);
    return new Box(
        x,
        y,
        width - SPACE,
        height,
        style.apply(step),
        Box.fitting(step.target(), width - SPACE, height),
        title(entry));
  }

  private static String title(Timetable.Entry entry) {
    return "%s, %s to %s: %s"
        .formatted(
            entry.step().id(),
            Times.span(entry.start()),
            Times.span(entry.end()),
            entry.step().reason());
  }

  private void connect(Step step) {
    for (StepId before : step.waitsFor()) {
      if (first.containsKey(before) && first.containsKey(step.id())) {
        lines.add(Line.wait(last.get(before), first.get(step.id())));
      }
    }
  }

  private int x(HostAddress host) {
    return places.get(host) * Column.PITCH;
  }

  private Column column(HostAddress host) {
    Optional<HostMemory> memory = forecast.findMemory(host);
    return new Column(
        x(host),
        host.value(),
        memory.map(Painter::words).orElse(""),
        memory.filter(known -> percent(known.peak(), known.total()) >= TIGHT_PERCENT).isPresent(),
        memory.map(this::levels).orElse(List.of()));
  }

  private static String words(HostMemory memory) {
    return "up to %,d of %,d MiB".formatted(memory.peak(), memory.total());
  }

  private List<Column.Level> levels(HostMemory memory) {
    List<Column.Level> levels = new ArrayList<>();
    for (int at = 0; at < memory.levels().size(); at++) {
      HostMemory.Level level = memory.levels().get(at);
      boolean isLast = at + 1 == memory.levels().size();
      Duration end = isLast ? scale.length() : memory.levels().get(at + 1).at();
      int y = scale.y(level.at());
      levels.add(
          new Column.Level(
              y,
              scale.y(end) - y,
              percent(level.taken(), memory.total()) * Column.MEMORY / 100,
              "%,d of %,d MiB from %s on"
                  .formatted(level.taken(), memory.total(), Times.span(level.at()))));
    }
    return levels;
  }

  private static int percent(int part, int whole) {
    return (int) Math.min(100, Math.max(0, 100L * part / Math.max(1, whole)));
  }

  private String summary() {
    return "%d steps on %d hosts, %s in all. The table of steps says the same in words."
        .formatted(
            forecast.timetable().entries().size(),
            places.size() + hidden,
            Times.span(forecast.timetable().length()));
  }
}
