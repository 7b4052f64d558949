package org.xsm.workflows.site;

/** The name of a guest config template: {@code apache_svr} is {@code templates/apache_svr.cfg}. */
public record TemplateName(String value) implements Comparable<TemplateName> {
  /**
   * @throws InvalidValue when the name has other characters than letters, digits and {@code _.-}
   */
  public TemplateName {
    Names.check("template", value);
  }

  @Override
  public int compareTo(TemplateName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
