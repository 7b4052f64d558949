package org.xsm.routes.site;

/** How often an element or attribute may stand in its element. */
enum Occurs {
  ONCE,
  AT_MOST_ONCE,
  AT_LEAST_ONCE,
  ANY_TIMES;

  boolean isRequired() {
    return this == ONCE || this == AT_LEAST_ONCE;
  }

  boolean isSingle() {
    return this == ONCE || this == AT_MOST_ONCE;
  }
}
