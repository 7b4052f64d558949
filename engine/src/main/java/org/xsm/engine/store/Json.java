package org.xsm.engine.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.time.Duration;
import java.util.function.Function;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.plan.HostStep;
import org.xsm.workflows.plan.Step;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.plan.VmStep;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.HostName;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.IpAddress;
import org.xsm.workflows.site.IpSetting;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.PowerControl;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.TemplateName;
import org.xsm.workflows.site.VmName;

/**
 * How the ground's types lie in our tables: as JSON, with names, addresses and durations as plain
 * strings.
 */
final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .addModule(new Jdk8Module())
          .addModule(
              plain()
                  .and(SetName.class, SetName::new)
                  .and(VmName.class, VmName::new)
                  .and(TemplateName.class, TemplateName::new)
                  .and(HostAddress.class, HostAddress::new)
                  .and(IpAddress.class, IpAddress::new)
                  .and(MacAddress.class, MacAddress::new)
                  .and(HostName.class, HostName::new)
                  .and(ImageName.class, ImageName::new)
                  .and(StepId.class, StepId::new)
                  .and(Duration.class, Duration::parse)
                  .module)
          .addMixIn(HostFound.class, HostFoundKinds.class)
          .addMixIn(IpSetting.class, IpSettingKinds.class)
          .addMixIn(PowerControl.class, PowerControlKinds.class)
          .addMixIn(Step.class, StepKinds.class)
          .addMixIn(HostStep.class, HostStepsOfOld.class)
          .build();

  private Json() {}

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException ours) {
      throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), ours);
    }
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException ours) {
      throw new IllegalStateException("our own JSON cannot be read as " + type, ours);
    }
  }

  static JsonNode tree(String json) {
    return read(json, JsonNode.class);
  }

  private static PlainStrings plain() {
    return new PlainStrings(new SimpleModule());
  }

  /** Registers types that are one string. */
  private record PlainStrings(SimpleModule module) {
    <T> PlainStrings and(Class<T> type, Function<String, T> parse) {
      module.addSerializer(type, new ToStringSerializer(type));
      module.addDeserializer(type, new Parsing<>(type, parse));
      return this;
    }
  }

  private static final class Parsing<T> extends FromStringDeserializer<T> {
    private final transient Function<String, T> parse;

    Parsing(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    protected T _deserialize(
        String text, com.fasterxml.jackson.databind.DeserializationContext context) {
      return parse.apply(text);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = HostFound.Up.class, name = "up"),
    @JsonSubTypes.Type(value = HostFound.Unknown.class, name = "unknown")
  })
  private interface HostFoundKinds {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = IpSetting.Dhcp.class, name = "dhcp"),
    @JsonSubTypes.Type(value = IpSetting.Fixed.class, name = "fixed")
  })
  private interface IpSettingKinds {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = PowerControl.Ipmi.class, name = "ipmi"),
    @JsonSubTypes.Type(value = PowerControl.WakeOnLan.class, name = "wol"),
    @JsonSubTypes.Type(value = PowerControl.Manual.class, name = "manual")
  })
  private interface PowerControlKinds {}

  /** Steps that were kept before there were machines say nothing of what they are about: VMs. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "about", defaultImpl = VmStep.class)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = VmStep.class, name = "vm"),
    @JsonSubTypes.Type(value = HostStep.class, name = "host")
  })
  private interface StepKinds {}

  /**
   * Steps that were kept before there were sessions name a method, and are carried out by unicast.
   */
  @JsonIgnoreProperties("method")
  private interface HostStepsOfOld {}
}
