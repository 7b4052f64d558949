package org.xsm.connectors.xen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xsm.workflows.command.SiteCopies.Missing;
import org.xsm.workflows.site.SetName;

/** Copies of site files on a host behind a real OpenSSH server. */
class HostCopiesTest {
  private static final List<SetName> SETS = List.of(new SetName("web"), new SetName("lab"));

  @RegisterExtension static final XenLab lab = new XenLab();

  @Test
  void a_file_lies_on_a_host_as_that_of_each_of_its_sets_byte_for_byte() throws Exception {
    String file = "<XSMConfig>\r\n <!-- 'ä' $(touch x) `id` \\ --></XSMConfig>";

    assertThat(lay(file)).isEmpty();

    for (SetName set : SETS) {
      Path copy = lab.directory().resolve("sites/" + set + ".xml");
      assertThat(copy).hasContent(file);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void a_newer_file_takes_the_place_of_an_older_one_and_the_same_one_stays() throws Exception {
    lay("old");
    lay("new");
    Path copy = lab.directory().resolve("sites/web.xml");
    Object written = Files.getAttribute(copy, "unix:ino");

    lay("new");

    assertThat(copy).hasContent("new");
    assertThat(Files.getAttribute(copy, "unix:ino")).isEqualTo(written);
  }

  @Test
  void a_host_that_cannot_be_written_is_told_with_its_reason() throws Exception {
    Files.createDirectories(lab.directory());
    Files.writeString(lab.directory().resolve("sites"), "in the way");

    assertThat(lay("file"))
        .singleElement()
        .satisfies(missing -> assertThat(missing.host()).isEqualTo(XenLab.HOST))
        .satisfies(missing -> assertThat(missing.why()).contains("cannot be written"));
  }

  private static List<Missing> lay(String file) {
    return lab.manager.copies.lay(SETS, file, List.of(XenLab.HOST));
  }
}
