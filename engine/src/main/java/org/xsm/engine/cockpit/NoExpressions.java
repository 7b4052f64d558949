package org.xsm.engine.cockpit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps expressions out of everything that is sent to Camunda's web applications: a request with a
 * JSON key or a parameter that ends in {@code Expression} is refused before the engine sees it. A
 * second lock before the door that {@code SafeTaskQueries} closes, for stored filters as well.
 */
final class NoExpressions extends OncePerRequestFilter {
  private static final int LARGEST = 8 * 1024 * 1024;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST || hasExpressionParameter(request) || hasExpressionKey(body)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN, "Expressions are not allowed here");
      return;
    }
    chain.doFilter(new Replayed(request, body), response);
  }

  private static boolean hasExpressionParameter(HttpServletRequest request) {
    String query = request.getQueryString() == null ? "" : request.getQueryString();
    return java.net.URLDecoder.decode(
            query.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), java.nio.charset.StandardCharsets.UTF_8)
        .matches("(?is).*(expression\\s*=|orQueries).*");
  }

  private static boolean hasExpressionKey(byte[] body) {
    try (JsonParser parser = JSON.createParser(body)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME
            && parser.currentName().toLowerCase(java.util.Locale.ROOT).endsWith("expression")) {
          return true;
        }
      }
      return false;
    } catch (IOException notJson) {
      return false;
    }
  }

  /** The request with its body, which can be read only once, put back. */
  private static final class Replayed extends HttpServletRequestWrapper {
    private final byte[] body;

    Replayed(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      return new Bytes(new ByteArrayInputStream(body));
    }

    @Override
    public java.io.BufferedReader getReader() {
      return new java.io.BufferedReader(
          new java.io.InputStreamReader(
              new ByteArrayInputStream(body), java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  private static final class Bytes extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Bytes(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("Camunda's web applications read their requests in one go");
    }
  }
}
