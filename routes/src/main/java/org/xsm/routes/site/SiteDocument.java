package org.xsm.routes.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlRootElement;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlText;
import com.fasterxml.jackson.dataformat.xml.util.DefaultXmlPrettyPrinter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.IpAddress;
import org.xsm.workflows.site.IpSetting;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmSet;

/** A site in the shape of its file, for Jackson to write. */
@JacksonXmlRootElement(localName = ElementRule.ROOT)
record SiteDocument(
    @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "Set")
        List<SetElement> sets) {
  private static final XmlMapper MAPPER =
      XmlMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @JsonPropertyOrder({"name", "Owner", "HOST", "VM"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SetElement(
      @JacksonXmlProperty(isAttribute = true, localName = "name") String name,
      @JacksonXmlProperty(localName = "Owner") String owner,
      @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "HOST")
          List<HostElement> hosts,
      @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "VM")
          List<VmElement> vms) {
    static SetElement of(VmSet set) {
      return new SetElement(
          set.name().value(),
          set.owner().orElse(null),
          set.machines().stream().map(HostElement::of).toList(),
          set.vms().stream().map(VmElement::of).toList());
    }
  }

  @JsonPropertyOrder({"name", "image", "DOM0", "HWADDR", "IP", "METHOD", "POWER"})
  record HostElement(
      @JacksonXmlProperty(isAttribute = true, localName = "name") String name,
      @JacksonXmlProperty(isAttribute = true, localName = "image") String image,
      @JacksonXmlProperty(localName = "DOM0") String dom0,
      @JacksonXmlProperty(localName = "HWADDR") String hwaddr,
      @JacksonXmlProperty(localName = "IP") String ip,
      @JacksonXmlProperty(localName = "METHOD") String method,
      @JacksonXmlProperty(localName = "POWER") String power) {
    static HostElement of(BareHost host) {
      return new HostElement(
          host.name().value(),
          host.image().value(),
          host.address().value(),
          host.mac().value(),
          host.addressing().name(),
          host.method().name(),
          host.power().text());
    }
  }

  @JsonPropertyOrder({"name", "config", "adopt", "DOM0", "VCPUS", "HWADDR", "IP", "MEM"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record VmElement(
      @JacksonXmlProperty(isAttribute = true, localName = "name") String name,
      @JacksonXmlProperty(isAttribute = true, localName = "config") String config,
      @JacksonXmlProperty(isAttribute = true, localName = "adopt") String adopt,
      @JacksonXmlProperty(localName = "DOM0") String dom0,
      @JacksonXmlProperty(localName = "VCPUS") int vcpus,
      @JacksonXmlProperty(localName = "HWADDR") String hwaddr,
      @JacksonXmlProperty(localName = "IP") IpElement ip,
      @JacksonXmlProperty(localName = "MEM") int mem) {
    static VmElement of(Vm vm) {
      return new VmElement(
          vm.name().value(),
          vm.template().value(),
          vm.adopted().map(UUID::toString).orElse(null),
          vm.host().value(),
          vm.vcpus(),
          vm.mac().value(),
          IpElement.of(vm.ip()),
          vm.memory());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record IpElement(
      @JacksonXmlProperty(isAttribute = true, localName = "gateway") String gateway,
      @JacksonXmlText String text) {
    static IpElement of(IpSetting ip) {
      String gateway =
          ip instanceof IpSetting.Fixed fixed
              ? fixed.gateway().map(IpAddress::value).orElse(null)
              : null;
      return new IpElement(gateway, ip.text());
    }
  }

  static SiteDocument of(Site site) {
    return new SiteDocument(site.sets().stream().map(SetElement::of).toList());
  }

  /** UTF-8, indented by two, the same bytes on every system. */
  byte[] toBytes() {
    try {
      String xml =
          MAPPER
              .writer(new DefaultXmlPrettyPrinter().withCustomNewLine("\n"))
              .writeValueAsString(this);
      return (xml.strip() + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a site that cannot be written", impossible);
    }
  }
}
