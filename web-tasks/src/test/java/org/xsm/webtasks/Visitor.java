package org.xsm.webtasks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Somebody who calls the server: a program with its password, or a person with a session. */
final class Visitor {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final int port;
  private final String authorization;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private Visitor(int port, String authorization) {
    this.port = port;
    this.authorization = authorization;
  }

  static Visitor stranger(int port) {
    return new Visitor(port, "");
  }

  static Visitor program(int port, String name, String password) {
    byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Visitor(port, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  static Visitor program(int port, String name) {
    return program(port, name, TestApplication.PASSWORD);
  }

  /** A program that sends a token. */
  static Visitor bearing(int port, String token) {
    return new Visitor(port, "Bearer " + token);
  }

  /** A person who has logged in on the page. */
  static Visitor person(int port, String name) {
    Visitor person = stranger(port);
    person.postForm("/login", "username=" + name + "&password=" + TestApplication.PASSWORD);
    return person;
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    return send(request(path, headers).POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> postJson(String path, String body) {
    return post(path, body, "Content-Type", "application/json");
  }

  /** Posts a form as a page does: with the token that the page carries. */
  HttpResponse<String> postForm(String path, String fields) {
    return postFormWithout(path, fields + "&_csrf=" + encoded(token()));
  }

  HttpResponse<String> postFormWithout(String path, String fields) {
    return post(path, fields, "Content-Type", "application/x-www-form-urlencoded");
  }

  /** Posts a file and a text as the page Submit does. */
  HttpResponse<String> postMultipart(String path, String text) {
    String part = "--xsm\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
    String body = part.formatted("_csrf", token()) + part.formatted("text", text) + "--xsm--\r\n";
    return post(path, body, "Content-Type", "multipart/form-data; boundary=xsm");
  }

  /** Any method, with an empty object where there is a body. */
  HttpResponse<String> send(String method, String path) {
    return method.equals("GET")
        ? get(path, "Accept", "*/*")
        : send(
            request(path, "Content-Type", "application/json")
                .method(method, BodyPublishers.ofString("{}")));
  }

  HttpResponse<String> delete(String path) {
    return send(request(path).DELETE());
  }

  HttpResponse<String> postBytes(String path, BodyPublisher body, String... headers) {
    return send(request(path, headers).POST(body));
  }

  String token() {
    Matcher token = TOKEN.matcher(get("/login").body());
    if (!token.find()) {
      throw new IllegalStateException("the login page has no token");
    }
    return token.group(1);
  }

  /** The lines of an endless answer. */
  HttpResponse<Stream<String>> stream(String path) {
    return exchange(request(path).GET(), BodyHandlers.ofLines());
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(20));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return exchange(request, BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> exchange(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request.build(), handler);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an answer", stopped);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
