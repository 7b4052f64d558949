package org.xsm.routes.inbox;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.xsm.routes.xml.HardenedXml;
import org.xsm.workflows.run.SiteDesk;
import org.xsm.workflows.run.Submission;
import org.xsm.workflows.run.SubmittedFile;
import org.xsm.workflows.site.Problem;

/** Hands a claimed file to the desk, and puts it where its author finds it with the answer. */
final class Intake {
  private final SiteDesk desk;
  private final Shelf accepted;
  private final Shelf rejected;

  Intake(SiteDesk desk, Shelf accepted, Shelf rejected) {
    this.desk = desk;
    this.accepted = accepted;
    this.rejected = rejected;
  }

  /**
   * May be done again after any failure: the desk knows the claim, and the file is moved last.
   *
   * @throws IOException when the file system fails; the file is then still claimed
   */
  void settle(ClaimedFile file) throws IOException {
    if (!Files.exists(file.path(), NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isRegularFile(file.path(), NOFOLLOW_LINKS) || !file.name().isXml()) {
      refuse(file, notXml(), new byte[0]);
      return;
    }
    Optional<byte[]> content = content(file.path());
    if (content.isEmpty()) {
      refuse(file, unreadable(), new byte[0]);
    } else {
      submit(file, content.get());
    }
  }

  private void submit(ClaimedFile file, byte[] content) throws IOException {
    String owner = Files.getOwner(file.path(), NOFOLLOW_LINKS).getName();
    Submission answer =
        desk.submit(new SubmittedFile(file.claim(), file.name().value(), content, "file:" + owner));
    if (answer instanceof Submission.Refused refused) {
      refuse(file, refused.problems(), content);
    } else {
      accepted.put(file, Optional.empty());
    }
  }

  private void refuse(ClaimedFile file, List<Problem> problems, byte[] content) throws IOException {
    rejected.put(file, Optional.of(ProblemReport.of(file.name(), problems, content)));
  }

  /** One byte more than is allowed is enough to see that a file is too large. */
  private static Optional<byte[]> content(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file, NOFOLLOW_LINKS)) {
      return Optional.of(bytes.readNBytes(HardenedXml.LARGEST_FILE + 1));
    } catch (AccessDeniedException unreadable) {
      return Optional.empty();
    }
  }

  private static List<Problem> notXml() {
    return List.of(
        new Problem(
            0,
            "file",
            "it is not an XML file",
            "Drop site files with the ending .xml; keep other files out of the inbox."));
  }

  private static List<Problem> unreadable() {
    return List.of(
        new Problem(
            0,
            "file",
            "the manager may not read it",
            "Give the manager's user the right to read it (chmod a+r)."));
  }
}
