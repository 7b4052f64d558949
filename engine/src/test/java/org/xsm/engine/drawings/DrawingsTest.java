package org.xsm.engine.drawings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xsm.workflows.plan.StepKind;

/** Holds every drawing to what the engine needs and what the Java side offers. */
class DrawingsTest {
  private static final Pattern READ_NAME = Pattern.compile("[$#]\\{\\s*(\\w+)");

  private static final List<Class<? extends ModelElementInstance>> UNWANTED =
      List.of(
          ScriptTask.class,
          CamundaScript.class,
          CamundaExecutionListener.class,
          CamundaTaskListener.class,
          Lane.class);

  static List<Sheet> sheets() {
    return Sheet.all();
  }

  @Test
  void there_is_a_drawing_for_the_run_and_for_every_kind_of_step() {
    assertThat(sheets())
        .extracting(Sheet::name)
        .contains("provision-site")
        .containsAll(Arrays.stream(StepKind.values()).map(StepKind::label).toList());
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void a_drawing_is_valid_bpmn(Sheet sheet) {
    Bpmn.validateModel(sheet.model());
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void a_file_holds_one_process_that_bears_its_name_and_explains_itself(Sheet sheet) {
    assertThat(sheet.each(Process.class)).hasSize(1);
    assertThat(sheet.process().getId()).isEqualTo(sheet.name());
    assertThat(sheet.process().isExecutable()).isTrue();
    assertThat(sheet.process().getDocumentations())
        .singleElement()
        .satisfies(paragraph -> assertThat(paragraph.getTextContent()).hasSizeGreaterThan(100));
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void the_history_of_a_process_has_an_end(Sheet sheet) {
    assertThat(sheet.process().getCamundaHistoryTimeToLiveString()).isEqualTo("P180D");
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void a_service_task_is_either_external_with_a_known_topic_or_calls_a_known_part(Sheet sheet) {
    assertThat(sheet.each(ServiceTask.class)).allSatisfy(DrawingsTest::assertKnownWork);
  }

  private static void assertKnownWork(ServiceTask task) {
    if ("external".equals(task.getCamundaType())) {
      assertThat(task.getCamundaTopic()).isIn(Vocabulary.TOPICS);
    } else {
      assertThat(namesIn(task.getCamundaDelegateExpression())).isSubsetOf(Vocabulary.PARTS);
      assertThat(task.isCamundaAsyncBefore()).as("own save point of %s", task.getId()).isTrue();
    }
    assertThat(task.getCamundaClass()).isNull();
    assertThat(task.getCamundaExpression()).isNull();
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void what_runs_as_a_job_of_its_own_says_how_it_is_tried_again(Sheet sheet) {
    assertThat(sheet.each(FlowNode.class).filter(DrawingsTest::isJob))
        .isNotEmpty()
        .allSatisfy(
            node ->
                assertThat(retryTimes(node))
                    .as(node.getId())
                    .containsExactly("PT1S,PT5S,PT30S,PT2M"));
  }

  private static boolean isJob(FlowNode node) {
    return node.isCamundaAsyncBefore()
        || node.isCamundaAsyncAfter()
        || !node.getChildElementsByType(TimerEventDefinition.class).isEmpty();
  }

  private static List<String> retryTimes(FlowNode node) {
    return node.getExtensionElements() == null
        ? List.of()
        : node
            .getExtensionElements()
            .getElementsQuery()
            .filterByType(CamundaFailedJobRetryTimeCycle.class)
            .list()
            .stream()
            .map(CamundaFailedJobRetryTimeCycle::getTextContent)
            .toList();
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void a_person_is_asked_as_one_of_a_group_and_answers_into_a_save_point(Sheet sheet) {
    assertThat(sheet.each(UserTask.class))
        .allSatisfy(
            task -> {
              assertThat(task.getCamundaCandidateGroups()).isNotBlank();
              assertThat(task.isCamundaAsyncAfter()).isTrue();
            });
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void a_table_is_asked_by_its_name_in_its_newest_version(Sheet sheet) {
    assertThat(sheet.each(BusinessRuleTask.class))
        .allSatisfy(
            task -> {
              assertThat(task.getCamundaDecisionRef()).isIn(Vocabulary.DECISIONS);
              assertThat(task.getCamundaDecisionRefBinding()).isEqualTo("latest");
              assertThat(task.getCamundaMapDecisionResult()).isEqualTo("singleResult");
            });
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void expressions_read_only_what_the_java_side_offers(Sheet sheet) {
    Set<String> read = namesIn(Bpmn.convertToString(sheet.model()));
    read.removeAll(Vocabulary.PARTS);
    read.remove("true");
    assertThat(read).isSubsetOf(Vocabulary.VARIABLES);
  }

  private static Set<String> namesIn(String text) {
    return READ_NAME
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void messages_and_errors_are_the_known_ones(Sheet sheet) {
    assertThat(sheet.each(Message.class))
        .extracting(Message::getName)
        .isSubsetOf(Vocabulary.MESSAGES);
    assertThat(sheet.each(Error.class))
        .extracting(Error::getErrorCode)
        .isSubsetOf(Vocabulary.TROUBLE, Vocabulary.CHANGED);
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void only_a_choice_has_conditions_and_its_one_flow_without_is_the_default(Sheet sheet) {
    assertThat(sheet.choices())
        .allSatisfy(
            choice ->
                assertThat(choice.getOutgoing())
                    .filteredOn(flow -> flow.getConditionExpression() == null)
                    .containsExactly(choice.getDefault()));
    assertThat(sheet.each(ConditionExpression.class))
        .hasSameSizeAs(
            sheet
                .choices()
                .flatMap(choice -> choice.getOutgoing().stream())
                .filter(flow -> flow.getConditionExpression() != null)
                .toList());
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void there_are_no_scripts_no_listeners_and_no_lanes(Sheet sheet) {
    assertThat(UNWANTED).allSatisfy(type -> assertThat(sheet.each(type)).isEmpty());
  }

  @Test
  void no_save_point_lies_between_starting_the_steps_and_waiting_for_them() {
    Sheet run = Sheet.of("provision-site");
    FlowNode start = run.model().getModelElementById("StartSteps");
    FlowNode wait = run.model().getModelElementById("StepsFinished");
    assertThat(start.getSucceedingNodes().singleResult()).isEqualTo(wait);
    assertThat(start.isCamundaAsyncAfter()).isFalse();
    assertThat(wait.isCamundaAsyncBefore()).isFalse();
  }
}
