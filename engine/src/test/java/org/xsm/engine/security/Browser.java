package org.xsm.engine.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.xsm.engine.journey.Rehearsal;

/** A person's browser, as far as logging in through our page needs one: cookies and redirects. */
final class Browser {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final URI root;

  private Browser(URI root) {
    this.root = root;
  }

  /** Of nobody in particular. */
  static Browser ofNobody(Rehearsal rehearsal) {
    return new Browser(rehearsal.root());
  }

  /** Of one of the first people, who is logged in. */
  static Browser of(Rehearsal rehearsal, String name) {
    Browser browser = ofNobody(rehearsal);
    HttpResponse<String> page = browser.logIn(name, rehearsal.password(name));
    if (page.statusCode() != 200 || page.uri().getPath().equals("/login")) {
      throw new IllegalStateException(name + " cannot log in: " + page.statusCode());
    }
    return browser;
  }

  /** Fills in the login page; answers the page that comes then. */
  HttpResponse<String> logIn(String name, String password) {
    return postForm("/login", Map.of("username", name, "password", password));
  }

  /** Sends a form with the token against forgery. */
  HttpResponse<String> postForm(String path, Map<String, String> fields) {
    Matcher token = TOKEN.matcher(get("/login").body());
    if (!token.find()) {
      throw new IllegalStateException("the login page has no token against forgery");
    }
    Map<String, String> form = new HashMap<>(fields);
    form.put("_csrf", token.group(1));
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** As a page of Camunda's posts, with its token against forgery. */
  HttpResponse<String> postJson(String path, String body) {
    get("/camunda/app/welcome/default/");
    String token =
        cookies.getCookieStore().get(root).stream()
            .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
            .map(HttpCookie::getValue)
            .findFirst()
            .orElse("none");
    return send(
        request(path)
            .header("X-XSRF-TOKEN", token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(root.resolve(path));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException away) {
      throw new UncheckedIOException(away);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }
}
