package org.xsm.engine.commandline.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.xsm.engine.commandline.terminal.Ending;
import org.xsm.engine.commandline.terminal.ExitCode;

/** The manager, as its API lets programs speak with it. */
public final class XsmServer {
  /** The hosts are asked for a plan, and a silent one is waited for. */
  private static final Duration LONGEST_ANSWER = Duration.ofMinutes(5);

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 256 << 20;

  private final Address address;
  private final Login login;
  private final HttpClient client;
  private final ObjectMapper json = new ObjectMapper();

  public XsmServer(Address address, Login login, Optional<Path> authorities) {
    this.address = address;
    this.login = login;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LONGEST_CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .sslContext(Trust.of(address, authorities))
            .build();
  }

  /** A name as a part of a path. */
  public static String segment(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** What stands at this path, which is JSON. */
  public JsonNode get(String path) {
    return parse(bytes(request(path).GET()));
  }

  /** What stands at this path, as it is. */
  public byte[] file(String path) {
    return bytes(request(path).GET());
  }

  /** Sends a site file. */
  public JsonNode sendFile(String path, byte[] file) {
    return parse(
        bytes(
            request(path)
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofByteArray(file))));
  }

  /** Sends a few words. */
  public JsonNode send(String path, Map<String, String> words) {
    return parse(
        bytes(
            request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.valueToTree(words).toString()))));
  }

  /** What the manager tells of this run from now on. */
  public RunNews news(String run) {
    return new RunNews(
        client, request("api/events").timeout(Duration.ofDays(1)).GET().build(), run);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.at(path))
        .timeout(LONGEST_ANSWER)
        .header("User-Agent", "xsm")
        .header("Authorization", login.authorization());
  }

  private byte[] bytes(HttpRequest.Builder request) {
    try {
      HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        return judged(answer, body.readNBytes(MOST_BYTES));
      }
    } catch (IOException away) {
      throw new Unreachable(address, away);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Ending(ExitCode.ERROR, "Stopped.");
    }
  }

  private byte[] judged(HttpResponse<?> answer, byte[] body) {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return body;
    }
    if (status >= 300 && status < 400) {
      throw strange(
          "it sends elsewhere, to " + answer.headers().firstValue("Location").orElse("-"));
    }
    throw new Refused(status, document(body), login);
  }

  private JsonNode document(byte[] body) {
    try {
      return json.readTree(body);
    } catch (IOException noDocument) {
      return JsonNodeFactory.instance.objectNode();
    }
  }

  private JsonNode parse(byte[] body) {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException noJson) {
      throw strange("it answers with something other than JSON");
    } catch (IOException impossible) {
      throw new IllegalStateException("read from memory", impossible);
    }
  }

  private Ending strange(String how) {
    return new Ending(
        ExitCode.ERROR,
        "What answers at " + address + " does not seem to be a manager: " + how + ".");
  }
}
