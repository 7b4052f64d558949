package org.xsm.engine.drawings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the words in every drawing to the house's style, so that any person can read them. */
class LabelsTest {
  private static final String SENTENCE_CASE = "(\\p{Lu}[\\p{Ll}-]*|VM)( (\\p{Ll}[\\p{Ll}-]*|VM))*";
  private static final String TWO_WORDS_OR_MORE = "\\S+( \\S+)+";
  private static final String TECHNICAL =
      "(?i).*\\b(ssh|bpmn|dmn|json|xml|api|topic|job|variable|delegate|async|process|handle)\\b.*";

  static List<Sheet> sheets() {
    return Sheet.all();
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void ids_speak(Sheet sheet) {
    assertThat(sheet.each(FlowNode.class))
        .extracting(FlowNode::getId)
        .allMatch(id -> id.matches("(\\p{Lu}\\p{Ll}+)+"));
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void a_task_is_a_verb_and_its_object_in_sentence_case(Sheet sheet) {
    assertThat(names(sheet.each(Task.class)))
        .allMatch(name -> name.matches(SENTENCE_CASE))
        .allMatch(name -> name.matches(TWO_WORDS_OR_MORE))
        .noneMatch(name -> name.split(" ")[0].matches(".*(ing|ed|tion)"));
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void events_and_parts_say_what_they_are_about_in_sentence_case(Sheet sheet) {
    assertThat(names(Stream.concat(sheet.each(Event.class), sheet.each(SubProcess.class))))
        .allMatch(name -> name.matches(SENTENCE_CASE))
        .allMatch(name -> name.matches(TWO_WORDS_OR_MORE));
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void a_choice_is_a_question_and_a_join_says_nothing(Sheet sheet) {
    List<ExclusiveGateway> choices = sheet.choices().toList();
    assertThat(names(choices.stream())).allMatch(name -> name.matches("\\p{Lu}.*\\?"));
    assertThat(sheet.each(ExclusiveGateway.class).filter(gateway -> !choices.contains(gateway)))
        .allSatisfy(join -> assertThat(join.getName()).isNull())
        .allSatisfy(join -> assertThat(join.getIncoming()).hasSizeGreaterThan(1));
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void what_comes_together_and_what_parts_stand_apart(Sheet sheet) {
    assertThat(sheet.choices()).allSatisfy(choice -> assertThat(choice.getIncoming()).hasSize(1));
    assertThat(sheet.each(FlowNode.class).filter(node -> !(node instanceof ExclusiveGateway)))
        .allSatisfy(node -> assertThat(node.getIncoming()).hasSizeLessThan(2))
        .allSatisfy(node -> assertThat(node.getOutgoing()).hasSizeLessThan(2));
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void the_flows_out_of_a_choice_are_its_answers_and_no_other_flow_speaks(Sheet sheet) {
    List<SequenceFlow> answers =
        sheet.choices().flatMap(choice -> choice.getOutgoing().stream()).toList();
    assertThat(names(answers.stream())).allMatch(name -> name.matches("\\p{Ll}[\\p{Ll} ]+"));
    assertThat(sheet.each(SequenceFlow.class).filter(flow -> !answers.contains(flow)))
        .allSatisfy(flow -> assertThat(flow.getName()).isNull());
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void no_label_has_a_technical_word(Sheet sheet) {
    assertThat(sheet.each(FlowElement.class).map(FlowElement::getName).filter(name -> name != null))
        .noneMatch(name -> name.matches(TECHNICAL));
  }

  private static List<String> names(Stream<? extends FlowElement> elements) {
    return elements.map(element -> String.valueOf(element.getName())).toList();
  }
}
