package org.xsm.routes.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xsm.routes.xml.RawElement.End;

/**
 * Grows the elements of a document from its events, and keeps what was seen when they break off.
 */
final class RawTree {
  private final Deque<Growing> open = new ArrayDeque<>();
  private RawElement root;

  void start(String name, int line) {
    open.push(new Growing(name, line));
  }

  void attribute(String name, String value) {
    open.element().attributes.put(name, value);
  }

  void text(String text) {
    open.element().text.append(text);
  }

  void end() {
    finish(End.CLOSED);
  }

  /** The root, with every element that is still open cut off here. */
  Optional<RawElement> root() {
    while (!open.isEmpty()) {
      finish(End.CUT_OFF);
    }
    return Optional.ofNullable(root);
  }

  private void finish(End end) {
    RawElement finished = open.pop().finish(end);
    if (open.isEmpty()) {
      root = finished;
    } else {
      open.element().children.add(finished);
    }
  }

  private static final class Growing {
    private final String name;
    private final int line;
    private final Map<String, String> attributes = new LinkedHashMap<>(4);
    private final List<RawElement> children = new ArrayList<>(0);
    private final StringBuilder text = new StringBuilder(0);

    private Growing(String name, int line) {
      this.name = name;
      this.line = line;
    }

    private RawElement finish(End end) {
      return new RawElement(
          name, line, end, Collections.unmodifiableMap(attributes), children, text.toString());
    }
  }
}
