package org.xsm.webtasks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.run.Preview;
import org.xsm.workflows.run.Refusal;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.SiteDesk;
import org.xsm.workflows.run.Submission;
import org.xsm.workflows.run.SubmittedFile;
import org.xsm.workflows.site.Problem;
import org.xsm.workflows.site.Reading;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.SiteFormat;

/** Stands in for the site: a file with the word {@code wrong} has problems. */
final class FakeSite implements SiteDesk, SiteFormat {
  static final List<Problem> PROBLEMS =
      List.of(
          new Problem(2, "VM vm2/MEM", "'lots<script>' is not a number", "Write a number of MiB."),
          new Problem(0, "", "the set has no name", "Give <Set> a name."));

  final List<SubmittedFile> submitted = new ArrayList<>();
  final Map<RunId, byte[]> files = new HashMap<>();
  Site wanted = new Site(List.of());
  List<HostFound> found = List.of();
  Plan plan = Samples.plan();
  List<Refusal> refusals = List.of();
  int refreshed;

  @Override
  public Submission submit(SubmittedFile file) {
    submitted.add(file);
    return isWrong(file.content())
        ? new Submission.Refused(PROBLEMS)
        : new Submission.Accepted(Samples.APPROVING);
  }

  @Override
  public List<Refusal> refusals() {
    return refusals;
  }

  @Override
  public Preview preview(byte[] content) {
    return isWrong(content) ? new Preview.Refused(PROBLEMS) : new Preview.Planned(plan);
  }

  @Override
  public Site wanted() {
    return wanted;
  }

  @Override
  public List<HostFound> found() {
    return found;
  }

  @Override
  public void refresh() {
    refreshed++;
  }

  @Override
  public Optional<byte[]> findFile(RunId run) {
    return Optional.ofNullable(files.get(run));
  }

  @Override
  public Reading recall(byte[] file) {
    return read(file);
  }

  @Override
  public Reading read(byte[] file) {
    return new Reading.Readable(wanted);
  }

  @Override
  public byte[] write(Site site) {
    return ("<XSMConfig sets=\"" + site.sets().size() + "\"/>").getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isWrong(byte[] content) {
    return new String(content, StandardCharsets.UTF_8).contains("wrong");
  }
}
