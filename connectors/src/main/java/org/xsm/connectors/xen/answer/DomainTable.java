package org.xsm.connectors.xen.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.xsm.connectors.xen.ToolText;
import org.xsm.workflows.observation.DomainState;

/**
 * The table that {@code xl list} and {@code xm list} print, with {@code -v} or without. Read from
 * the right, since a name may hold blanks and pushes the columns when it is long.
 */
public record DomainTable(List<Row> rows) {
  private static final int MOST_ROWS = 4000;
  private static final int LONGEST_LINE = 2000;
  private static final List<String> COLUMNS =
      List.of("Name", "ID", "Mem", "VCPUs", "State", "Time(s)");

  public DomainTable {
    rows = List.copyOf(rows);
  }

  /**
   * A domain.
   *
   * @param memory in MiB
   * @param vcpus how many are online
   */
  public record Row(
      String name, int id, int memory, int vcpus, DomainState state, Optional<UUID> uuid) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern TIME = Pattern.compile("[0-9]{1,12}\\.[0-9]");
    private static final Pattern STATE = Pattern.compile("[A-Za-z?-]{5,6}");
    private static final Pattern UUID_FORM =
        Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    /** Columns from the id to the time. */
    private static final int BEFORE_UUID = 5;

    static Row parse(String line, boolean withUuid) throws NotUnderstood {
      List<String> words = Arrays.asList(line.strip().split("\\s+"));
      int end = withUuid ? indexOfUuid(words) : words.size();
      int begin = end - BEFORE_UUID;
      if (begin < 0 || !isRow(words.subList(begin, end))) {
        throw new NotUnderstood("'list' has the line '" + ToolText.line(line) + "'");
      }
      return new Row(
          String.join(" ", words.subList(0, begin)),
          Integer.parseInt(words.get(begin)),
          Integer.parseInt(words.get(begin + 1)),
          Integer.parseInt(words.get(begin + 2)),
          state(words.get(begin + 3)),
          withUuid ? Optional.of(UUID.fromString(words.get(end))) : Optional.empty());
    }

    /** Behind the UUID stand at most the reason and the security label. */
    private static int indexOfUuid(List<String> words) {
      int index = words.size() - 1;
      while (index >= Math.max(0, words.size() - 3)) {
        if (UUID_FORM.matcher(words.get(index)).matches()) {
          return index;
        }
        index--;
      }
      return -1;
    }

    private static boolean isRow(List<String> words) {
      return words.subList(0, 3).stream().allMatch(word -> NUMBER.matcher(word).matches())
          && STATE.matcher(words.get(3)).matches()
          && TIME.matcher(words.get(4)).matches();
    }

    /** Six letters: running, blocked, paused, shut down, the reason of that, dying. */
    private static DomainState state(String letters) {
      if (letters.charAt(letters.length() - 1) == 'd') {
        return DomainState.DYING;
      }
      if (letters.charAt(4) == 'c') {
        return DomainState.CRASHED;
      }
      if (letters.charAt(3) == 's') {
        return DomainState.SHUT_DOWN;
      }
      return letters.charAt(2) == 'p' ? DomainState.PAUSED : DomainState.RUNNING;
    }
  }

  public static DomainTable parse(String text) throws NotUnderstood {
    List<String> lines =
        text.lines().filter(line -> !line.isBlank()).limit(MOST_ROWS + 2L).toList();
    if (lines.isEmpty() || !columns(lines.get(0)).containsAll(COLUMNS)) {
      throw new NotUnderstood("'list' printed no table");
    }
    if (lines.size() > MOST_ROWS + 1) {
      throw new NotUnderstood("'list' names more than " + MOST_ROWS + " domains");
    }
    boolean withUuid = words(lines.get(0)).contains("UUID");
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      if (!isInactive(words(bounded(line)))) {
        rows.add(Row.parse(line, withUuid));
      }
    }
    checkOnce(rows);
    return new DomainTable(rows);
  }

  private static List<String> words(String line) {
    return Arrays.asList(line.strip().split("\\s+"));
  }

  /** xm names the unit, in some versions. */
  private static List<String> columns(String header) {
    return words(header).stream().map(word -> word.equals("Mem(MiB)") ? "Mem" : word).toList();
  }

  /** A domain that xend knows and that is not started has neither id nor state: it is none. */
  private static boolean isInactive(List<String> words) {
    int last = words.size() - 1;
    return last >= 3
        && Row.TIME.matcher(words.get(last)).matches()
        && words.subList(last - 2, last).stream()
            .allMatch(word -> Row.NUMBER.matcher(word).matches());
  }

  private static String bounded(String line) throws NotUnderstood {
    if (line.length() > LONGEST_LINE) {
      throw new NotUnderstood("'list' has a line of " + line.length() + " characters");
    }
    return line;
  }

  private static void checkOnce(List<Row> rows) throws NotUnderstood {
    if (rows.stream().map(Row::id).distinct().count() != rows.size()) {
      throw new NotUnderstood("'list' names a domain id twice");
    }
  }
}
