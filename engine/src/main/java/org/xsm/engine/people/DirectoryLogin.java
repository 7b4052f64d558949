package org.xsm.engine.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.xsm.workflows.people.PeopleRegister;
import org.xsm.workflows.run.Person;

/**
 * Lets people of the directory in, and knows their groups of this minute. While the directory is
 * away nobody of it can log in; who has logged in before keeps the groups that are known. Who is in
 * none of our groups any more, or not in the directory, is nobody.
 */
final class DirectoryLogin implements PeopleRegister {
  static final String SOURCE = "ldap";

  private static final Logger LOG = LoggerFactory.getLogger(DirectoryLogin.class);
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Directory directory;
  private final Outsiders outsiders;
  private final EngineRegister register;
  private final Clock clock;
  private final Map<String, Instant> asked = new ConcurrentHashMap<>();

  DirectoryLogin(Directory directory, Outsiders outsiders, EngineRegister register, Clock clock) {
    this.directory = directory;
    this.outsiders = outsiders;
    this.register = register;
    this.clock = clock;
  }

  /** Whether the directory vouches for a person of this name, or might. */
  boolean isInCharge(String name) {
    return register.find(name).isEmpty() || outsiders.findSource(name).equals(Optional.of(SOURCE));
  }

  Person logIn(String name, String password) {
    try {
      Directory.Found found =
          directory
              .find(name)
              .filter(person -> directory.opens(person, password))
              .orElseThrow(() -> new BadCredentialsException("wrong name or password"));
      return admit(found);
    } catch (Directory.Away away) {
      LOG.warn("Nobody of the directory can log in: {}", away.getMessage());
      throw new AuthenticationServiceException("the directory is away", away);
    }
  }

  private Person admit(Directory.Found found) {
    if (found.groups().isEmpty()) {
      throw new DisabledException("in no group of ours");
    }
    Person person =
        outsiders
            .admit(SOURCE, new Person(found.name(), found.groups()))
            .orElseThrow(() -> new DisabledException("the name is taken"));
    asked.put(person.name(), clock.instant());
    return person;
  }

  @Override
  public Optional<Person> find(String name) {
    if (!outsiders.findSource(name).equals(Optional.of(SOURCE))) {
      return register.find(name);
    }
    if (isOld(name)) {
      lookAgain(name);
    }
    return register.find(name).filter(person -> !person.groups().isEmpty());
  }

  private boolean isOld(String name) {
    Instant last = asked.getOrDefault(name, Instant.EPOCH);
    return !clock.instant().isBefore(last.plus(FRESH));
  }

  private void lookAgain(String name) {
    try {
      asked.put(name, clock.instant());
      Optional<Directory.Found> found =
          directory.find(name).filter(person -> person.name().equals(name));
      Set<String> groups = found.map(Directory.Found::groups).orElse(Set.of());
      outsiders.admit(SOURCE, new Person(name, groups));
    } catch (Directory.Away away) {
      LOG.warn("The groups of '{}' are those known before: {}", name, away.getMessage());
    }
  }
}
