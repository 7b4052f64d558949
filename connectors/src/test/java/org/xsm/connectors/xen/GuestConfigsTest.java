package org.xsm.connectors.xen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xsm.connectors.xen.Outcomes.receipt;
import static org.xsm.connectors.xen.Outcomes.trouble;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xsm.workflows.command.Command;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Target;
import org.xsm.workflows.command.TroubleKind;

/** Guest configs on a host behind a real OpenSSH server. */
class GuestConfigsTest {
  @RegisterExtension static final XenLab lab = new XenLab();

  @Test
  void a_guest_config_is_written_exactly_and_only_for_its_owner() throws Exception {
    Target target = lab.target("vm1");
    String text = "# it's $(id) `id` \\ \"é☃\"\n\nname = 'x'\r\nno newline at the end";

    Outcome outcome = lab.manager.carryOut(new Command.WriteConfig(target, text));

    Path file = lab.directory().resolve("guests/vm1.cfg");
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(Files.readString(file)).isEqualTo(text);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
    assertThat(file.getParent()).isDirectoryContaining("glob:**/vm1.cfg");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void a_guest_config_that_lies_there_already_is_left() {
    Target target = lab.target("vm1");
    lab.manager.carryOut(new Command.WriteConfig(target, "one\n"));

    assertThat(receipt(lab.manager.carryOut(new Command.WriteConfig(target, "one\n"))))
        .contains("already", "vm1", "192.168.5.101");
    assertThat(receipt(lab.manager.carryOut(new Command.WriteConfig(target, "two\n"))))
        .contains("written");
  }

  @Test
  void an_empty_guest_config_is_written_too() {
    assertThat(lab.manager.carryOut(new Command.WriteConfig(lab.target("vm1"), "")))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void a_directory_that_cannot_be_written_is_told_with_the_setting_to_change() throws Exception {
    Files.writeString(lab.directory(), "a file in the way");

    Outcome.Trouble trouble =
        trouble(lab.manager.carryOut(new Command.WriteConfig(lab.target("vm1"), "text")));

    assertThat(trouble.kind()).isEqualTo(TroubleKind.REFUSED);
    assertThat(trouble.text()).contains(lab.directory().toString(), "xsm.hosts.directory", "mkdir");
    assertThat(trouble(lab.manager.carryOut(new Command.CreateVm(lab.target("vm1")))).text())
        .contains("xsm.hosts.directory");
  }

  @Test
  void a_removed_guest_config_takes_the_operations_along() {
    Target target = lab.target("vm1");
    lab.manager.create(target);
    lab.manager.create(lab.target("vm2"));

    Outcome outcome = lab.manager.carryOut(new Command.RemoveConfig(target));

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(lab.directory().resolve("guests/vm1.cfg")).doesNotExist();
    assertThat(lab.directory().resolve("operations/" + target.operation())).doesNotExist();
    assertThat(lab.directory().resolve("operations")).isNotEmptyDirectory();
    assertThat(lab.manager.carryOut(new Command.RemoveConfig(target)))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void another_vms_guest_config_is_left() {
    Target target = lab.target("vm1");
    lab.manager.create(target);

    assertThat(
            receipt(
                lab.manager.carryOut(
                    new Command.RemoveConfig(lab.target("vm1", UUID.randomUUID())))))
        .contains("left");
    assertThat(lab.directory().resolve("guests/vm1.cfg")).exists();
  }
}
