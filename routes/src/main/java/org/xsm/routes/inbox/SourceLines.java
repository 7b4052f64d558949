package org.xsm.routes.inbox;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of a file as it was dropped, for showing them beside what is wrong with them. */
final class SourceLines {
  private final String[] lines;

  private SourceLines(String[] lines) {
    this.lines = lines;
  }

  static SourceLines of(byte[] content) {
    return new SourceLines(new String(content, charset(content)).split("\r\n|\r|\n", -1));
  }

  /** The line, counted from 1. */
  Optional<String> find(int line) {
    return line >= 1 && line <= lines.length ? Optional.of(lines[line - 1]) : Optional.empty();
  }

  /** Tells 16-bit text by its first bytes; an excerpt in the wrong charset is only ugly. */
  private static Charset charset(byte[] content) {
    if (content.length < 2) {
      return StandardCharsets.UTF_8;
    }
    int first = (content[0] & 255) << 8 | content[1] & 255;
    return switch (first) {
      case 0xFEFF, 0x003C -> StandardCharsets.UTF_16BE;
      case 0xFFFE, 0x3C00 -> StandardCharsets.UTF_16LE;
      default -> StandardCharsets.UTF_8;
    };
  }
}
