package org.xsm.workflows.run;

/**
 * Where people hold the manager back: the stop switch for everything, and filters. All rules are
 * kept here, whoever calls.
 */
public interface ControlDesk {
  /** What holds the manager back now. */
  Holds holds();

  /**
   * Throws the stop switch: no action is begun on any host until it is released. Commands that a
   * host carries out already come to their end there.
   */
  Verdict stop(Person by, String why);

  /** Releases the stop switch. */
  Verdict release(Person by);

  /** Sets a filter, in the place of the one of the same name. */
  Verdict set(Filter filter, Person by);

  /** Takes a filter away; what it has held back goes on. */
  Verdict remove(String filter, Person by);
}
