package org.xsm.connectors.xen.xm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.xsm.connectors.xen.ToolText;
import org.xsm.connectors.xen.answer.Details;
import org.xsm.connectors.xen.answer.NotUnderstood;

/**
 * What {@code xm list --long} prints: one s-expression for each domain, with keys that differ from
 * version to version.
 */
record XmListLong(Map<Integer, Details> byId) {
  private static final Pattern ID = Pattern.compile("[0-9]{1,9}");
  private static final Pattern UUID_FORM =
      Pattern.compile(
          "([0-9a-fA-F]{8})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{12})");

  XmListLong {
    byId = Map.copyOf(byId);
  }

  static XmListLong parse(String text) throws NotUnderstood {
    Map<Integer, Details> byId = new HashMap<>();
    for (Sxp.Row row : Sxp.parse(text)) {
      Optional<String> id = row.value("domid").filter(word -> ID.matcher(word).matches());
      if (row.is("domain") && id.isPresent()) {
        byId.putIfAbsent(Integer.parseInt(id.get()), details(row));
      }
    }
    return new XmListLong(byId);
  }

  private static Details details(Sxp.Row domain) {
    Optional<UUID> uuid =
        domain
            .value("uuid")
            .map(UUID_FORM::matcher)
            .filter(form -> form.matches())
            .map(form -> UUID.fromString(form.replaceFirst("$1-$2-$3-$4-$5")));
    List<String> macs =
        domain
            .rows("device")
            .flatMap(device -> device.rows("vif"))
            .flatMap(card -> card.value("mac").stream())
            .map(ToolText::line)
            .toList();
    return new Details(uuid, macs, Optional.empty());
  }
}
