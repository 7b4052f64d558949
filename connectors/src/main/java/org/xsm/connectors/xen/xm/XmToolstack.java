package org.xsm.connectors.xen.xm;

import java.util.List;
import org.xsm.connectors.xen.HostTrouble;
import org.xsm.connectors.xen.Script;
import org.xsm.connectors.xen.Sections;
import org.xsm.connectors.xen.Toolstack;
import org.xsm.connectors.xen.answer.Answers;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.site.HostAddress;

/** The dialect of {@code xm}, as it stands in xend's sources and field reports of 3.x and 4.x. */
public final class XmToolstack implements Toolstack {
  private static final String LOOK = Script.load(XmToolstack.class, "look.sh");
  private static final String WORDS = Script.load(XmToolstack.class, "domains.sh");

  private final Answers answers = new Answers("xm", text -> XmListLong.parse(text).byId());

  @Override
  public String name() {
    return "xm";
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

  /** The two xends speak with each other themselves. */
  @Override
  public String carrier() {
    return "";
  }

  @Override
  public Diagnosis diagnose(int exit, String errors) {
    return XmTroubles.diagnose(exit, errors);
  }
}
