package org.xsm.engine.people;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.naming.Context;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import javax.naming.directory.SearchControls;
import javax.naming.directory.SearchResult;

/** Asks an LDAP directory (RFC 4511) who somebody is, and whether a password is theirs. */
final class Directory {
  private static final String CONNECT_LIMIT = "3000";
  private static final String ANSWER_LIMIT = "5000";
  private static final int SEARCH_LIMIT = 5000;
  private static final int MOST_GROUPS = 1000;

  private final LdapSettings settings;
  private final Supplier<String> password;

  /**
   * @param password of the entry as which people are looked for; asked each time, so that it can be
   *     changed
   */
  Directory(LdapSettings settings, Supplier<String> password) {
    this.settings = settings;
    this.password = password;
  }

  /**
   * Somebody in the directory.
   *
   * @param entry the full name of the entry
   * @param name as the directory spells it, whatever was typed
   * @param groups which they are in, of those that we know
   */
  record Found(String entry, String name, Set<String> groups) {}

  /** The directory cannot be asked, or gives no answer that can be used. */
  static final class Away extends RuntimeException {
    Away(NamingException why) {
      super("the directory does not answer: " + why.getMessage(), why);
    }
  }

  /** Who goes by this name; empty unless it is exactly one. */
  Optional<Found> find(String name) {
    try {
      DirContext directory = open(settings.bind(), password.get());
      try {
        return find(directory, name);
      } finally {
        directory.close();
      }
    } catch (NamingException away) {
      throw new Away(away);
    }
  }

  /** Whether this is the password. An empty one never is, though servers take it for a guest. */
  boolean opens(Found found, String password) {
    if (password.isEmpty()) {
      return false;
    }
    try {
      open(found.entry(), password).close();
      return true;
    } catch (javax.naming.AuthenticationException | javax.naming.NoPermissionException wrong) {
      return false;
    } catch (NamingException away) {
      throw new Away(away);
    }
  }

  private DirContext open(String entry, String password) throws NamingException {
    Hashtable<String, String> way = new Hashtable<>();
    way.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
    way.put(Context.PROVIDER_URL, settings.url());
    way.put(Context.REFERRAL, "ignore");
    way.put("com.sun.jndi.ldap.connect.timeout", CONNECT_LIMIT);
    way.put("com.sun.jndi.ldap.read.timeout", ANSWER_LIMIT);
    way.put(Context.SECURITY_AUTHENTICATION, entry.isEmpty() ? "none" : "simple");
    if (!entry.isEmpty()) {
      way.put(Context.SECURITY_PRINCIPAL, entry);
      way.put(Context.SECURITY_CREDENTIALS, password);
    }
    return new InitialDirContext(way);
  }

  /** Names stand in filters as arguments, which the platform escapes. */
  private Optional<Found> find(DirContext directory, String name) throws NamingException {
    NamingEnumeration<SearchResult> people =
        directory.search(
            settings.base(),
            settings.userFilter(),
            new Object[] {name},
            controls(2, settings.userName()));
    if (!people.hasMore()) {
      return Optional.empty();
    }
    SearchResult person = people.next();
    Attribute spelled = person.getAttributes().get(settings.userName());
    if (people.hasMore() || spelled == null) {
      return Optional.empty();
    }
    String entry = person.getNameInNamespace();
    return Optional.of(new Found(entry, String.valueOf(spelled.get()), groups(directory, entry)));
  }

  private Set<String> groups(DirContext directory, String entry) throws NamingException {
    NamingEnumeration<SearchResult> found =
        directory.search(
            settings.baseOfGroups(),
            settings.groupFilter(),
            new Object[] {entry},
            controls(MOST_GROUPS, settings.groupName()));
    List<String> theirs = new ArrayList<>();
    while (found.hasMore()) {
      Attribute name = found.next().getAttributes().get(settings.groupName());
      if (name != null) {
        theirs.add(String.valueOf(name.get()));
      }
    }
    return settings.mapping().of(theirs);
  }

  private static SearchControls controls(int most, String attribute) {
    return new SearchControls(
        SearchControls.SUBTREE_SCOPE, most, SEARCH_LIMIT, new String[] {attribute}, false, false);
  }
}
