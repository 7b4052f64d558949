package org.xsm.routes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what goes wrong again and again only when it goes wrong for the first time, or goes wrong in
 * another way.
 */
public final class OncePerCause {
  private static final int MOST_REMEMBERED = 200;

  private final Logger log;
  private final Set<String> known =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > MOST_REMEMBERED;
                }
              }));

  public OncePerCause(Class<?> reporter) {
    this.log = LoggerFactory.getLogger(reporter);
  }

  /**
   * Logs the failure with its stack trace, unless one of the same type and message was logged since
   * the last success.
   *
   * @param message what could not be done, and what happens next
   */
  public void report(String message, Exception cause) {
    if (known.add(message + "\n" + cause)) {
      log.warn(message, cause);
    }
  }

  /** Says that it went well, so that the next failure is news again. */
  public void forget() {
    known.clear();
  }
}
