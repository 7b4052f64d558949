package org.xsm.connectors.xen.xl;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xsm.connectors.xen.ToolText;
import org.xsm.connectors.xen.answer.Details;
import org.xsm.connectors.xen.answer.NotUnderstood;

/**
 * What {@code xl list -l} prints: libxl's JSON, in which keys at their default are left out, and of
 * the two domids of a domain only the outer one is its own.
 */
record XlListLong(Map<Integer, Details> byId) {
  private static final int LARGEST = 8 * 1024 * 1024;
  private static final int DEEPEST = 64;
  private static final int LONGEST_STRING = 256 * 1024;

  /** Only what is bound here is kept in memory; everything else is skipped while reading. */
  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST_STRING)
                          .build())
                  .build())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build()
          .readerForListOf(Listed.class);

  XlListLong {
    byId = Map.copyOf(byId);
  }

  private record Listed(
      @JsonProperty(required = true) int domid, @JsonProperty(required = true) Config config) {
    Details details() {
      if (config == null) {
        return Details.NONE;
      }
      Optional<UUID> uuid =
          Optional.ofNullable(config.identity()).map(Identity::uuid).map(UUID::fromString);
      return new Details(uuid, config.macs(), config.vcpus());
    }
  }

  private record Config(
      @JsonProperty("c_info") Identity identity,
      @JsonProperty("b_info") Build build,
      @JsonProperty("nics") List<Nic> nics) {
    Optional<Integer> vcpus() {
      return Optional.ofNullable(build)
          .map(Build::offered)
          .map(JsonNode::size)
          .filter(count -> count > 0);
    }

    List<String> macs() {
      return Stream.ofNullable(nics)
          .flatMap(List::stream)
          .filter(Objects::nonNull)
          .map(Nic::mac)
          .filter(Objects::nonNull)
          .map(ToolText::line)
          .toList();
    }
  }

  private record Identity(@JsonProperty("uuid") String uuid) {}

  private record Build(@JsonProperty("avail_vcpus") JsonNode offered) {}

  private record Nic(@JsonProperty("mac") String mac) {}

  static XlListLong parse(String text) throws NotUnderstood {
    if (text.length() > LARGEST) {
      throw new NotUnderstood("'xl list -l' printed " + text.length() + " characters");
    }
    try {
      List<Listed> listed = READER.readValue(text);
      return new XlListLong(
          listed.stream()
              .filter(Objects::nonNull)
              .collect(Collectors.toMap(Listed::domid, Listed::details, (first, again) -> first)));
    } catch (JsonProcessingException | IllegalArgumentException other) {
      throw new NotUnderstood(
          "'xl list -l' printed other JSON: " + ToolText.firstLine(other.getMessage()));
    }
  }

  Details details(int domid) {
    return byId.getOrDefault(domid, Details.NONE);
  }
}
