package org.xsm.routes.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.xsm.workflows.site.Problem;
import org.xsm.workflows.site.Reading;
import org.xsm.workflows.site.Site;

/** Site files for tests, and what comes of reading them. */
final class SiteFiles {
  static final String VM =
      "<VM name=\"vm1\" config=\"apache_svr\"><DOM0>192.168.5.101</DOM0><VCPUS>4</VCPUS>"
          + "<HWADDR>AA:00:00:00:00:01</HWADDR><IP>DHCP</IP><MEM>96</MEM></VM>\n";

  private static final SiteXml FORMAT = new SiteXml(KnownTemplates.of("apache_svr", "mysql_svr"));

  private SiteFiles() {}

  static String site(String content) {
    return "<XSMConfig><Set name=\"My_site\">" + content + "</Set></XSMConfig>";
  }

  static Reading read(byte[] file) {
    return FORMAT.read(file);
  }

  static Site readable(byte[] file) {
    Reading reading = read(file);
    assertThat(reading).isInstanceOf(Reading.Readable.class);
    return ((Reading.Readable) reading).site();
  }

  static Site readable(String file) {
    return readable(file.getBytes(UTF_8));
  }

  static List<Problem> problems(byte[] file) {
    Reading reading = read(file);
    assertThat(reading).isInstanceOf(Reading.Unreadable.class);
    return ((Reading.Unreadable) reading).problems();
  }

  static List<Problem> problems(String file) {
    return problems(file.getBytes(UTF_8));
  }
}
