package org.xsm.engine.people;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xsm.workflows.people.GroupMapping;

/**
 * The directory in which people are looked up beside our own users ({@code xsm.login.ldap}). The
 * password of {@code bind} is the first line of {@code secrets/ldap} in the home folder.
 *
 * @param url {@code ldaps://host} or {@code ldap://host:port}; empty for no directory
 * @param base where people are looked for: {@code ou=people,dc=example,dc=org}
 * @param userFilter who is meant by a name, which stands for <code>{0}</code>
 * @param userName the attribute with the name that a person has with us
 * @param bind the entry as which people are looked for; empty to ask as nobody
 * @param groupBase where groups are looked for; empty for {@code base}
 * @param groupFilter the groups of a person, whose entry's name stands for <code>{0}</code>
 * @param groupName the attribute with a group's name
 * @param groups which group there is which of ours: {@code xen-admins: admin}
 */
@ConfigurationProperties("xsm.login.ldap")
public record LdapSettings(
    @DefaultValue("") String url,
    @DefaultValue("") String base,
    @DefaultValue("(uid={0})") String userFilter,
    @DefaultValue("uid") String userName,
    @DefaultValue("") String bind,
    @DefaultValue("") String groupBase,
    @DefaultValue("(member={0})") String groupFilter,
    @DefaultValue("cn") String groupName,
    @DefaultValue Map<String, String> groups) {
  public LdapSettings {
    groups = new GroupMapping(groups).ours();
    if (!url.isEmpty() && (base.isEmpty() || groups.isEmpty())) {
      throw new IllegalArgumentException(
          "xsm.login.ldap: with url, set base and at least one of groups, such as"
              + " xsm.login.ldap.groups.xen-admins: admin");
    }
  }

  /** Where groups are looked for. */
  String baseOfGroups() {
    return groupBase.isEmpty() ? base : groupBase;
  }

  GroupMapping mapping() {
    return new GroupMapping(groups);
  }
}
