package org.xsm.connectors.xen.xm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.xsm.connectors.xen.FieldFiles;
import org.xsm.connectors.xen.answer.Details;
import org.xsm.connectors.xen.answer.NotUnderstood;

class XmListLongTest {
  @Test
  void uuids_and_macs_are_read_whatever_stands_beside_them() throws Exception {
    String text =
        """
        (domain
            (domid 15)
            (uuid d9a1b362c834 67ab)
            (uuid later)
        )
        (domain (domid 8)(uuid c0e968c2-4bd0-ceab-bec1-84cbc6d03b76)(name a)(cpus (()))
            (device (pci (domain 0)(uuid 409e1ff8-435a-4704-80bb-4bfe800d932e)))
            (device (vif (bridge b)(mac aa:00:00:30:8d:9d)))
            (device (vif (mac 00:16:3e:00:00:01))))
        (domain (name stopped)(uuid 596a5d2171f48fb2e068e2386a5c413e))
        """;

    Map<Integer, Details> byId = XmListLong.parse(text).byId();

    assertThat(byId)
        .containsOnlyKeys(8, 15)
        .containsEntry(15, Details.NONE)
        .containsEntry(
            8,
            new Details(
                Optional.of(UUID.fromString("c0e968c2-4bd0-ceab-bec1-84cbc6d03b76")),
                List.of("aa:00:00:30:8d:9d", "00:16:3e:00:00:01"),
                Optional.empty()));
  }

  @Test
  void a_uuid_without_dashes_is_a_uuid() throws Exception {
    assertThat(XmListLong.parse("(domain (domid 1)(uuid 596a5d2171f48fb2e068e2386a5c413e))").byId())
        .extractingByKey(1)
        .extracting(Details::uuid)
        .isEqualTo(Optional.of(UUID.fromString("596a5d21-71f4-8fb2-e068-e2386a5c413e")));
  }

  @Test
  void every_long_list_of_the_field_names_its_domains() throws NotUnderstood {
    List<Path> files = FieldFiles.below("tool-outputs/xm-list-long");
    assumeThat(files).as("lists of the field").isNotEmpty();
    for (Path file : files) {
      assertThat(XmListLong.parse(FieldFiles.text(file)).byId().values())
          .as(file.toString())
          .isNotEmpty()
          .allMatch(details -> details.uuid().isPresent());
    }
  }
}
