package org.xsm.routes.site;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What may stand in an element: the grammar of the site file, which {@code docs/site.xsd} says in
 * its own words.
 *
 * @param attributes by name, in the order in which they are best written
 * @param children by name, likewise; an element without children holds text
 */
record ElementRule(Map<String, Occurs> attributes, Map<String, Child> children) {
  /** An element within an element. */
  record Child(Occurs occurs, ElementRule rule) {}

  private static final ElementRule TEXT = new ElementRule(Map.of(), Map.of());

  private static final ElementRule IP = TEXT.attribute("gateway", Occurs.AT_MOST_ONCE);

  private static final ElementRule VM =
      TEXT.attribute("name", Occurs.ONCE)
          .attribute("config", Occurs.ONCE)
          .attribute("adopt", Occurs.AT_MOST_ONCE)
          .child("DOM0", Occurs.ONCE, TEXT)
          .child("VCPUS", Occurs.ONCE, TEXT)
          .child("HWADDR", Occurs.ONCE, TEXT)
          .child("IP", Occurs.ONCE, IP)
          .child("MEM", Occurs.ONCE, TEXT);

  private static final ElementRule HOST =
      TEXT.attribute("name", Occurs.ONCE)
          .attribute("image", Occurs.ONCE)
          .child("DOM0", Occurs.ONCE, TEXT)
          .child("HWADDR", Occurs.ONCE, TEXT)
          .child("IP", Occurs.ONCE, TEXT)
          .child("METHOD", Occurs.AT_MOST_ONCE, TEXT)
          .child("POWER", Occurs.AT_MOST_ONCE, TEXT);

  private static final ElementRule SET =
      TEXT.attribute("name", Occurs.ONCE)
          .child("Owner", Occurs.AT_MOST_ONCE, TEXT)
          .child("HOST", Occurs.ANY_TIMES, HOST)
          .child("VM", Occurs.ANY_TIMES, VM);

  /** The rule of the root element. */
  static final ElementRule SITE = TEXT.child("Set", Occurs.AT_LEAST_ONCE, SET);

  /** The name of the root element. */
  static final String ROOT = "XSMConfig";

  boolean holdsText() {
    return children.isEmpty();
  }

  private ElementRule attribute(String name, Occurs occurs) {
    return new ElementRule(with(attributes, name, occurs), children);
  }

  private ElementRule child(String name, Occurs occurs, ElementRule rule) {
    return new ElementRule(attributes, with(children, name, new Child(occurs, rule)));
  }

  private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
    Map<String, V> longer = new LinkedHashMap<>(map);
    longer.put(key, value);
    return Collections.unmodifiableMap(longer);
  }
}
