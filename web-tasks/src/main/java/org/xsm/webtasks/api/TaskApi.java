package org.xsm.webtasks.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.xsm.workflows.run.Choice;
import org.xsm.workflows.run.Inbox;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.TaskId;
import org.xsm.workflows.run.Verdict;

/** The API's calls about tasks. The inbox judges each of them. */
@RestController
@Tag(name = "Tasks", description = "What waits for a person: plans to approve, troubles to decide.")
@ApiResponse(responseCode = "200", description = "Done.")
@ApiResponse(responseCode = "403", description = "You may not do this; the detail says why.")
@ApiResponse(responseCode = "404", description = "There is no such task, or it is done already.")
@ApiResponse(
    responseCode = "409",
    description = "Something has changed since you looked; the detail says what.")
@ApiResponse(responseCode = "422", description = "Something is missing in the body.")
public final class TaskApi {
  private final Inbox inbox;

  public TaskApi(Inbox inbox) {
    this.inbox = inbox;
  }

  @GetMapping("/api/tasks")
  @Operation(summary = "List the tasks that you may see", description = "Oldest first.")
  public List<TaskJson> list(Person person) {
    return inbox.list(person).stream().map(TaskJson::of).toList();
  }

  @PostMapping("/api/tasks/{id}/claim")
  @Operation(summary = "Claim a task", description = "So that others see that you are at it.")
  public Taken claim(@PathVariable String id, Person person) {
    return taken(id, inbox.claim(new TaskId(id), person));
  }

  @PostMapping("/api/tasks/{id}/release")
  @Operation(summary = "Release a task that you have claimed")
  public Taken release(@PathVariable String id, Person person) {
    return taken(id, inbox.release(new TaskId(id), person));
  }

  @PostMapping("/api/tasks/{id}/approve")
  @Operation(
      summary = "Approve a plan",
      description = "`digest` names the plan that you saw; when there is another by now: 409.")
  public Taken approve(@PathVariable String id, @RequestBody Decision sent, Person person) {
    requireDigest(sent);
    return taken(id, inbox.approve(new TaskId(id), person, sent.digest(), sent.comment()));
  }

  @PostMapping("/api/tasks/{id}/reject")
  @Operation(summary = "Reject a plan", description = "`comment` says why, and is required.")
  public Taken reject(@PathVariable String id, @RequestBody Decision sent, Person person) {
    requireDigest(sent);
    return taken(id, inbox.reject(new TaskId(id), person, sent.digest(), sent.comment()));
  }

  @PostMapping("/api/tasks/{id}/send-back")
  @Operation(
      summary = "Send a plan back",
      description =
          "Rejects it and asks whoever submitted it to change the file. `comment` says what is to"
              + " be changed, and is required.")
  public Taken sendBack(@PathVariable String id, @RequestBody Decision sent, Person person) {
    requireDigest(sent);
    return taken(id, inbox.sendBack(new TaskId(id), person, sent.digest(), sent.comment()));
  }

  @PostMapping("/api/tasks/{id}/decide")
  @Operation(
      summary = "Say how a step in trouble goes on",
      description = "`choice` is one of the task's choices. Needs the group operator or admin.")
  public Taken decide(@PathVariable String id, @RequestBody Decision sent, Person person) {
    Choice choice =
        Choice.find(sent.choice())
            .orElseThrow(
                () ->
                    Refusals.of(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "Send 'choice': one of the task's choices, such as try-again or skip."));
    return taken(id, inbox.decide(new TaskId(id), person, choice, sent.comment()));
  }

  private static void requireDigest(Decision sent) {
    if (sent.digest().isBlank()) {
      throw Refusals.of(
          HttpStatus.UNPROCESSABLE_ENTITY,
          "Send 'digest': the digest of the plan that you saw, as the task or the plan names it.");
    }
  }

  private static Taken taken(String id, Verdict verdict) {
    Refusals.check(verdict);
    return new Taken(id);
  }

  /** The task that a call has changed. */
  public record Taken(String task) {}
}
