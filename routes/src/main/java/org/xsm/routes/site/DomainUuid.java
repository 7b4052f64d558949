package org.xsm.routes.site;

import java.util.UUID;
import java.util.regex.Pattern;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.Printable;

/** Reads the UUID of a domain that is to be adopted, as {@code xl list -v} shows it. */
final class DomainUuid {
  private static final Pattern GROUPS =
      Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
  private static final UUID NONE = new UUID(0, 0);

  private DomainUuid() {}

  /**
   * @throws InvalidValue when it is not a UUID in full, or the one that Xen gives to Domain-0
   */
  static UUID parse(String text) {
    String advice = "Write the UUID that 'xl list -v' shows for the domain on its host.";
    if (!GROUPS.matcher(text).matches()) {
      throw new InvalidValue("'" + Printable.of(text) + "' is not a UUID", advice);
    }
    UUID uuid = UUID.fromString(text);
    if (uuid.equals(NONE)) {
      throw new InvalidValue("'" + text + "' is the host's own UUID", advice);
    }
    return uuid;
  }
}
