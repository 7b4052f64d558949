package org.xsm.engine.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Somebody who calls the manager over HTTP with a name and a password, or as nobody. */
public final class Caller {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final URI root;
  private final Optional<String> authorization;

  private Caller(URI root, Optional<String> authorization) {
    this.root = root;
    this.authorization = authorization;
  }

  /**
   * What the manager answered.
   *
   * @param status of HTTP
   */
  public record Reply(int status, String text) {
    /** The answer, which is JSON. */
    public JsonNode json() {
      try {
        return JSON.readTree(text);
      } catch (JsonProcessingException wrong) {
        throw new UncheckedIOException("HTTP " + status + " is not JSON: " + text, wrong);
      }
    }
  }

  /** Somebody without a name. */
  public static Caller nobody(int port) {
    return new Caller(URI.create("http://127.0.0.1:" + port), Optional.empty());
  }

  /** Somebody with this name and password. */
  public static Caller of(int port, String name, String password) {
    String credentials = name + ":" + password;
    String encoded =
        Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    return new Caller(nobody(port).root, Optional.of("Basic " + encoded));
  }

  /** A program that sends a token. */
  static Caller bearing(int port, String token) {
    return new Caller(nobody(port).root, Optional.of("Bearer " + token));
  }

  /** One of the first people of this home. */
  public static Caller of(int port, Path home, String name) {
    return of(port, name, firstPassword(home, name));
  }

  /** The password that this person was given at the first start. */
  static String firstPassword(Path home, String name) {
    try {
      Map<String, String> passwords =
          Files.readAllLines(home.resolve("secrets/first-passwords")).stream()
              .map(line -> line.split(" ", 2))
              .collect(Collectors.toMap(words -> words[0], words -> words[1]));
      return passwords.get(name);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public Reply get(String path) {
    return send(request(path).GET());
  }

  public Reply post(String path, Map<String, String> body) {
    return postJson(path, JSON.valueToTree(body).toString());
  }

  public Reply postJson(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  public Reply put(String path, Map<String, String> body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(JSON.valueToTree(body).toString())));
  }

  public Reply delete(String path) {
    return send(request(path).DELETE());
  }

  public Reply postXml(String path, byte[] body) {
    return send(
        request(path)
            .header("Content-Type", "application/xml")
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(root.resolve(path)).timeout(Duration.ofSeconds(20));
    authorization.ifPresent(words -> request.header("Authorization", words));
    return request;
  }

  private static Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(answer.statusCode(), answer.body());
    } catch (IOException away) {
      throw new UncheckedIOException(away);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while calling", stopping);
    }
  }
}
