package org.xsm.connectors.xen.xl;

import java.util.List;
import org.xsm.connectors.xen.HostTrouble;
import org.xsm.connectors.xen.Script;
import org.xsm.connectors.xen.Sections;
import org.xsm.connectors.xen.Toolstack;
import org.xsm.connectors.xen.answer.Answers;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.site.HostAddress;

/** The dialect of {@code xl}, as seen on 4.17 and in field reports since 4.2. */
public final class XlToolstack implements Toolstack {
  private static final String LOOK = Script.load(XlToolstack.class, "look.sh");
  private static final String WORDS = Script.load(XlToolstack.class, "domains.sh");

  private final Answers answers = new Answers("xl", text -> XlListLong.parse(text).byId());
  private final String carrier;

  /**
   * @param carrier the command that xl shall use in place of {@code ssh} to reach the host that a
   *     VM migrates to; empty for xl's own
   */
  public XlToolstack(String carrier) {
    this.carrier = carrier;
  }

  @Override
  public String name() {
    return "xl";
  }

  @Override
  public Script lookAtHost(long seconds) {
    return Script.of(LOOK, Long.toString(seconds), "host");
  }

  @Override
  public Script lookAtDomains(long seconds) {
    return Script.of(LOOK, Long.toString(seconds), "domains");
  }

  @Override
  public HostFound.Up readHost(HostAddress host, Sections answer) throws HostTrouble {
    return answers.host(host, answer);
  }

  @Override
  public List<Domain> readDomains(HostAddress host, Sections answer) throws HostTrouble {
    return answers.domains(host, answer);
  }

  @Override
  public String words() {
    return WORDS;
  }

  @Override
  public String carrier() {
    return carrier;
  }

  @Override
  public Diagnosis diagnose(int exit, String errors) {
    return XlTroubles.diagnose(exit, errors);
  }
}
