package org.xsm.routes.xml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * Checks that bytes are UTF-8 and nothing else. Woodstox's own decoder lets overlong sequences
 * pass, in which a {@code <} can hide from everyone who looks at the bytes.
 */
final class StrictUtf8 {
  private static final int CHUNK = 8192;

  private StrictUtf8() {}

  /** The line of the first byte that is wrong; empty for good bytes and for other encodings. */
  static OptionalInt lineOfFirstFault(byte[] bytes, String encoding) {
    if (!"UTF-8".equalsIgnoreCase(encoding)) {
      return OptionalInt.empty();
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(CHUNK);
    CoderResult result;
    do {
      result = decoder.decode(in, out.clear(), true);
    } while (result.isOverflow());
    return result.isError()
        ? OptionalInt.of(1 + lineEnds(bytes, in.position()))
        : OptionalInt.empty();
  }

  private static int lineEnds(byte[] bytes, int until) {
    int ends = 0;
    for (int index = 0; index < until; index++) {
      boolean first = bytes[index] == '\r' || index == 0 || bytes[index - 1] != '\r';
      ends += bytes[index] == '\r' || bytes[index] == '\n' && first ? 1 : 0;
    }
    return ends;
  }
}
