package org.xsm.routes.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.run.Preview;
import org.xsm.workflows.run.Refusal;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.SiteDesk;
import org.xsm.workflows.run.Submission;
import org.xsm.workflows.run.SubmittedFile;
import org.xsm.workflows.site.Problem;
import org.xsm.workflows.site.Site;

/** Remembers what was submitted; refuses what contains {@code bad}, fails on {@code trouble}. */
final class RecordingDesk implements SiteDesk {
  private final List<SubmittedFile> submitted = new CopyOnWriteArrayList<>();
  private volatile int failures;

  List<SubmittedFile> submitted() {
    return submitted;
  }

  List<String> names() {
    return submitted.stream().map(SubmittedFile::name).toList();
  }

  /** Fails this often from now on, as if the database were down. */
  void failFor(int times) {
    failures = times;
  }

  @Override
  public synchronized Submission submit(SubmittedFile file) {
    if (failures > 0) {
      failures--;
      throw new IllegalStateException("the database is down");
    }
    submitted.add(file);
    String content = new String(file.content(), UTF_8);
    return content.contains("bad")
        ? new Submission.Refused(
            List.of(new Problem(2, "VM vm2/MEM", "'bad' is not a number", "Write a number.")))
        : new Submission.Accepted(new RunId("run-" + file.claim()));
  }

  @Override
  public Preview preview(byte[] content) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Site wanted() {
    return new Site(List.of());
  }

  @Override
  public List<Refusal> refusals() {
    return List.of();
  }

  @Override
  public List<HostFound> found() {
    return List.of();
  }

  @Override
  public void refresh() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<byte[]> findFile(RunId run) {
    return Optional.empty();
  }
}
