package org.xsm.engine.people;

import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;

/**
 * Checks passwords of the engine's users. Not by the engine's own check: that one locks a user out
 * for everybody after ten wrong passwords, and writes for known names only, so that guessing tells
 * which names there are. Here an unknown name costs the same work as a known one.
 */
final class EnginePasswords {
  private final IdentityService identity;
  private final PasswordManager passwords;
  private final String nobodysSalt = UUID.randomUUID().toString();
  private final String nobodysHash;

  EnginePasswords(IdentityService identity, PasswordManager passwords) {
    this.identity = identity;
    this.passwords = passwords;
    nobodysHash =
        passwords.encrypt(EncryptionUtil.saltPassword(UUID.randomUUID().toString(), nobodysSalt));
  }

  /** Whether this is the user's password; never for who has none. */
  boolean match(String name, String password) {
    Optional<UserEntity> known =
        Optional.ofNullable((UserEntity) identity.createUserQuery().userId(name).singleResult())
            .filter(user -> user.getPassword() != null);
    String salt = known.map(UserEntity::getSalt).orElse(nobodysSalt);
    String hash = known.map(UserEntity::getPassword).orElse(nobodysHash);
    return passwords.check(EncryptionUtil.saltPassword(password, salt), hash) && known.isPresent();
  }
}
