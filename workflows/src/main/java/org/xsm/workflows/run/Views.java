package org.xsm.workflows.run;

import java.util.List;

/** Where people keep views of pages under names, so that they come back to them with one click. */
public interface Views {
  /** Views that one person may keep. */
  int MOST = 20;

  /** The person's views, sorted by name. */
  List<View> of(Person person);

  /** Keeps a view; one of the same name is replaced. Refused when the person has {@value #MOST}. */
  Verdict keep(Person person, View view);

  /** Does nothing where there is no such view. */
  void forget(Person person, String name);
}
