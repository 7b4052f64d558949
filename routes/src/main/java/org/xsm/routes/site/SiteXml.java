package org.xsm.routes.site;

import org.xsm.routes.xml.RawXml;
import org.xsm.workflows.site.Reading;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.SiteFormat;
import org.xsm.workflows.site.TemplateName;
import org.xsm.workflows.template.Templates;

/**
 * The site file as XML: the format of the Xen Site Manager paper (its Figure 3) with the optional
 * extensions that {@code docs/site-format.md} describes. Read and written with Jackson XML.
 */
public final class SiteXml implements SiteFormat {
  private final Templates templates;

  /**
   * @param templates those that a file may name; looked up afresh for each file
   */
  public SiteXml(Templates templates) {
    this.templates = templates;
  }

  @Override
  public Reading read(byte[] file) {
    return new SiteReader(TemplateNames.of(templates.list())::find).read(RawXml.read(file));
  }

  @Override
  public Reading recall(byte[] file) {
    return new SiteReader(TemplateName::new).read(RawXml.read(file));
  }

  @Override
  public byte[] write(Site site) {
    return SiteDocument.of(site).toBytes();
  }
}
