package org.xsm.webtasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xsm.workflows.run.RunId;

class LiveTest extends ServerTest {
  @Test
  void a_change_of_a_run_is_told_at_once() {
    toldOf(person("viewer").stream("/events"));
  }

  @Test
  void programs_are_told_with_their_password() {
    toldOf(as("viewer").stream("/api/events"));
    assertThat(Visitor.stranger(port).get("/api/events").statusCode()).isEqualTo(401);
  }

  private void toldOf(HttpResponse<Stream<String>> stream) {
    List<String> lines = listen(stream);

    runs.change(Samples.APPLYING);

    await().atMost(Duration.ofSeconds(3)).until(() -> lines.contains("event:run"));
    await().until(() -> lines.contains("data:" + Samples.APPLYING));
  }

  @Test
  void many_changes_of_a_run_are_told_few_times() {
    List<String> lines = listen(person("viewer").stream("/events"));

    for (int change = 0; change < 500; change++) {
      runs.change(Samples.APPLYING);
    }
    runs.change(new RunId("the-last"));

    await().atMost(Duration.ofSeconds(3)).until(() -> lines.contains("data:the-last"));
    assertThat(lines.stream().filter("event:run"::equals).count()).isLessThanOrEqualTo(6);
  }

  private static List<String> listen(HttpResponse<Stream<String>> stream) {
    assertThat(stream.headers().firstValue("Content-Type").get()).startsWith("text/event-stream");
    List<String> lines = new CopyOnWriteArrayList<>();
    CompletableFuture.runAsync(() -> stream.body().forEach(lines::add));
    await().until(() -> !lines.isEmpty());
    return lines;
  }
}
