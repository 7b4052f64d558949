package org.xsm.engine.crash.matrix;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xsm.engine.crash.child.Action;
import org.xsm.engine.crash.child.Passage;
import org.xsm.engine.journey.SiteText;

/**
 * One run of a file, in the course of which the manager is killed, and what must have come of it.
 *
 * @param file what is dropped
 * @param after what the hosts must have in the end, as a file would say it
 * @param doings what it does to which VMs
 * @param acts what the record of the hosts must say about each VM of the doings: a pattern of words
 *     {@code VERB@HOST}, where {@code FROM} and {@code TO} stand for its hosts
 * @param actions the tasks that it goes through
 * @param end the state in which the run must end
 * @param person what the person at the inbox does about plans and troubles
 * @param settings of the manager
 * @param preparation what is done to the hosts before
 */
record Scene(
    String name,
    SiteText file,
    SiteText after,
    List<Doing> doings,
    String acts,
    Set<Action> actions,
    String end,
    Map<String, String> person,
    List<String> settings,
    Consumer<Hosts> preparation) {
  private static final List<String> PLANNED = List.of("ObserveSite", "MakePlan");
  private static final List<String> ASKED = List.of("DetermineApproval", "ApprovePlan");
  private static final List<String> APPLIED =
      List.of(
          "ObserveSiteAgain", "CheckPlan", "StartSteps", "VerifySite", "PublishSite", "CloseRun");

  /** A run that is planned and comes to nothing. */
  static Scene planned(String name, SiteText file, SiteText after, String end) {
    return new Scene(
            name,
            file,
            after,
            List.of(),
            "",
            Set.of(),
            end,
            Map.of("approve-plan", "approve"),
            List.of(),
            hosts -> {})
        .through("provision-site", PLANNED);
  }

  /** A run that is carried out. */
  static Scene applied(String name, SiteText file, List<Doing> doings) {
    Scene scene = planned(name, file, file, "applied").asked().through("provision-site", APPLIED);
    return new Scene(
        name,
        file,
        file,
        doings,
        "",
        scene.actions,
        scene.end,
        scene.person,
        scene.settings,
        scene.preparation);
  }

  /** A person is asked about the plan. */
  Scene asked() {
    return through("provision-site", ASKED);
  }

  /** Something is not done: the hosts stay as this file says. */
  Scene leaving(SiteText same) {
    return new Scene(
        name,
        file,
        same,
        doings,
        acts,
        actions,
        "applied-with-skips",
        person,
        settings,
        preparation);
  }

  Scene through(String process, String... elements) {
    return through(process, List.of(elements));
  }

  private Scene through(String process, List<String> elements) {
    Set<Action> more = new TreeSet<>(actions);
    elements.forEach(element -> more.add(new Action(process, element)));
    return new Scene(name, file, after, doings, acts, more, end, person, settings, preparation);
  }

  Scene acting(String pattern) {
    return new Scene(
        name, file, after, doings, pattern, actions, end, person, settings, preparation);
  }

  Scene person(String plan, String trouble) {
    Map<String, String> choices = Map.of("approve-plan", plan, "decide-trouble", trouble);
    return new Scene(name, file, after, doings, acts, actions, end, choices, settings, preparation);
  }

  Scene set(String... more) {
    return new Scene(
        name, file, after, doings, acts, actions, end, person, List.of(more), preparation);
  }

  Scene prepared(Consumer<Hosts> how) {
    return new Scene(name, file, after, doings, acts, actions, end, person, settings, how);
  }

  /** The name under which it is dropped. */
  String fileName() {
    return name + ".xml";
  }

  /** How often at most each task is come by. */
  int width(Action action) {
    return action.process().equals("provision-site") ? 1 : Math.max(1, doings.size());
  }

  /** The hosts on which a task acts. */
  List<String> hosts(Action action) {
    boolean goesThere = action.element().equals("StartVm");
    return doings.stream()
        .map(doing -> goesThere ? doing.to() : doing.from())
        .distinct()
        .sorted()
        .toList();
  }

  boolean passes(Passage passage) {
    return actions.contains(passage.action());
  }

  /** What the record must say about one VM. */
  String acts(Doing doing) {
    return acts.replace("FROM", doing.from()).replace("TO", doing.to());
  }

  /** Everything that is told about a failed scene. */
  @Override
  public String toString() {
    return name
        + " "
        + Stream.concat(doings.stream().map(Doing::toString), settings.stream())
            .collect(Collectors.joining(" "));
  }
}
