package org.xsm.engine.commandline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Writes the manual page of the command line from what its types say of themselves, in the macros
 * of man(7).
 */
final class ManPage {
  private static final String INTRODUCTION =
      """
      .SH DESCRIPTION
      .B xsm
      speaks with the manager of a Xen site by its API.
      It lies beside the manager's
      .IR xsm.jar ;
      .B java \\-jar xsm.jar
      with the same words does the same.
      .PP
      A site file describes what is wanted.
      .B xsm plan
      says what would be done for it,
      .B xsm submit
      begins a run, and
      .B xsm approve
      lets it do what its plan says.
      .PP
      Names and texts of other people are printed without characters that a terminal obeys.
      Colours are shown on a terminal only, and not where NO_COLOR is set.
      """;

  private static final String LAST =
      """
      .SH ENVIRONMENT
      .TP
      .B XSM_SERVER
      Where the manager is; http://localhost:8080 where it is not set.
      .TP
      .B XSM_TOKEN
      A token of the manager, in place of user and password.
      .TP
      .BR XSM_USER ", " XSM_PASSWORD
      User and password. A password is never an argument, since everybody on a machine sees those.
      .TP
      .B XSM_HOME
      The manager's home folder, on its own machine.
      .TP
      .B NO_COLOR
      No colours, when it is not empty.
      .SH EXAMPLES
      .EX
      xsm plan site.xml
      run=$(xsm submit site.xml)
      xsm approve $run \\-\\-comment "as discussed"
      xsm watch $run \\-\\-timeout 30m
      xsm export \\-\\-run $run \\-\\-journal \\-o run.json; xsm verify run.json
      .EE
      """;

  private final CommandLine root;

  ManPage(CommandLine root) {
    this.root = root;
  }

  String text() {
    List<String> page = new ArrayList<>();
    page.add(".TH XSM 1 \"\" \"XSM\" \"Xen Site Manager\"");
    page.add(".SH NAME");
    page.add("xsm \\- speaks with a manager of Xen sites: plans, submits, approves, watches");
    page.add(".SH SYNOPSIS");
    page.add(".B xsm");
    page.add(".I COMMAND");
    page.add(".RI [ options ]");
    page.add(INTRODUCTION.strip());
    page.add(".SH COMMANDS");
    root.getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(each -> !each.name().equals("help"))
        .forEach(each -> add(each, page));
    addShared(page);
    addExitCodes(page);
    page.add(LAST.strip());
    return String.join("\n", page) + "\n";
  }

  private void add(CommandSpec command, List<String> page) {
    page.add(".SS " + command.name());
    page.add(".B xsm " + command.name());
    command.positionalParameters().stream().map(ManPage::parameter).forEach(page::add);
    page.add(".PP");
    addLines(command.usageMessage().description(), page);
    for (PositionalParamSpec each : command.positionalParameters()) {
      page.add(".TP");
      page.add(parameter(each));
      addLines(each.description(), page);
    }
    command.options().stream().filter(each -> !isShared(each)).forEach(each -> add(each, page));
  }

  private void addShared(List<String> page) {
    page.add(".SH OPTIONS OF EVERY COMMAND THAT ASKS THE MANAGER");
    root.getSubcommands().get("plan").getCommandSpec().options().stream()
        .filter(this::isShared)
        .forEach(each -> add(each, page));
  }

  /** Every command but those that ask no manager has them. */
  private boolean isShared(OptionSpec option) {
    return root.getSubcommands().get("tasks").getCommandSpec().findOption(option.longestName())
        != null;
  }

  private static void add(OptionSpec option, List<String> page) {
    page.add(".TP");
    String names =
        Arrays.stream(option.names()).map(ManPage::roff).collect(Collectors.joining(", "));
    page.add(
        option.arity().max() == 0
            ? ".B " + names
            : ".BI \"" + names + " \" " + roff(option.paramLabel()));
    addLines(option.description(), page);
  }

  private static String parameter(PositionalParamSpec parameter) {
    String label = roff(parameter.paramLabel());
    return parameter.arity().min() == 0
        ? ".RI [ " + label + " ]"
        : ".I " + label + (parameter.arity().max() > 1 ? "..." : "");
  }

  private void addExitCodes(List<String> page) {
    page.add(".SH EXIT STATUS");
    for (Map.Entry<String, String> code :
        root.getCommandSpec().usageMessage().exitCodeList().entrySet()) {
      page.add(".TP");
      page.add(".B " + code.getKey());
      addLines(new String[] {code.getValue()}, page);
    }
  }

  /** Each sentence on a line of its own, as man(7) would have it. */
  private static void addLines(String[] texts, List<String> page) {
    Arrays.stream(texts)
        .flatMap(text -> Arrays.stream(roff(text).split("(?<=\\.) ")))
        .forEach(page::add);
  }

  /** Text that is not taken for a request or an escape. */
  private static String roff(String text) {
    String plain = text.replace("\\", "\\e").replace("-", "\\-");
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }
}
