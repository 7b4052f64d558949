package org.xsm.workflows.run;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xsm.workflows.plan.StepKind;
import org.xsm.workflows.site.InvalidValue;

/**
 * Holds back steps that match it, by its name. A pattern may hold {@code *} for any characters.
 *
 * @param name under which a waiting step shows it: letters, digits, dots, dashes, underscores
 * @param host pattern of an address; a step matches by each host that it acts on
 * @param kind the only kind of step that it is about; empty for all
 * @param vm pattern of a VM's name
 * @param perMinute how many matching steps may start within a minute; only for {@link
 *     Action#LIMIT}, else 0
 * @param why what people read who see a step wait for it
 * @param setBy who has set it
 */
public record Filter(
    String name,
    Action action,
    String host,
    Optional<StepKind> kind,
    String vm,
    int perMinute,
    String why,
    String setBy) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
  private static final Pattern GLOB =
      Pattern.compile("(?=.{1,64}$)(?:[A-Za-z0-9.:_+-]*\\*){0,3}[A-Za-z0-9.:_+-]*");
  private static final int LONGEST_WHY = 500;

  /** What becomes of a step that matches. */
  public enum Action {
    /** It waits until the filter is taken away. */
    PAUSE,
    /** It is left out, and so are those that wait for it. */
    REJECT,
    /** It waits while too many have started within the last minute. */
    LIMIT;

    /** The word in the API and on pages: {@code pause}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The action with this label. */
    public static Action parse(String label) {
      for (Action action : values()) {
        if (action.label().equals(label)) {
          return action;
        }
      }
      throw new InvalidValue(
          "'" + label + "' is no action of a filter", "Use pause, reject or limit.");
    }
  }

  public Filter {
    Objects.requireNonNull(action);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(setBy);
    require(NAME, name, "name", "Use letters, digits, dots, dashes and underscores, at most 40.");
    require(
        GLOB,
        host,
        "host",
        "Use an address, in which * stands for any characters, at most three times.");
    require(
        GLOB,
        vm,
        "vm",
        "Use a VM's name, in which * stands for any characters, at most three times.");
    if (action == Action.LIMIT ? perMinute < 1 : perMinute != 0) {
      throw new InvalidValue(
          "perMinute " + perMinute + " does not fit a filter that is to " + action.label(),
          "Give at least 1 with limit, and nothing with pause and reject.");
    }
    if (why.isBlank() || why.length() > LONGEST_WHY) {
      throw new InvalidValue(
          "a filter must say why it is there",
          "Give a reason of at most " + LONGEST_WHY + " characters.");
    }
  }

  private static void require(Pattern pattern, String value, String field, String advice) {
    if (!pattern.matcher(value).matches()) {
      throw new InvalidValue("'" + value + "' is no " + field + " of a filter", advice);
    }
  }

  /** Whether the step is one of those that it is about. */
  public boolean matches(Slots.Candidate step) {
    return kind.filter(wanted -> wanted != step.kind()).isEmpty()
        && glob(vm).matcher(step.vm()).matches()
        && step.hosts().stream().anyMatch(address -> glob(host).matcher(address.value()).matches());
  }

  private static Pattern glob(String pattern) {
    return Pattern.compile("\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E");
  }

  /** What a step that it holds back waits for: {@code filter night}. */
  public String label() {
    return "filter " + name;
  }
}
