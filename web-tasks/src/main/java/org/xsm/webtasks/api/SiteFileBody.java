package org.xsm.webtasks.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/**
 * Reads a site file from a request, whatever content type its sender names, up to the size that a
 * site file may have.
 */
final class SiteFileBody {
  /** Most bytes of a site file: 16 MiB. */
  static final int MOST_BYTES = 16 << 20;

  private SiteFileBody() {}

  static byte[] of(HttpServletRequest request) throws IOException {
    byte[] content = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (content.length > MOST_BYTES) {
      throw Refusals.of(HttpStatus.PAYLOAD_TOO_LARGE, "A site file has at most 16 MiB.");
    }
    return content;
  }
}
