package org.xsm.connectors.ssh;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps what a host writes, up to a limit: beyond it the rest is dropped and somebody is told. */
final class BoundedOutput extends OutputStream {
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final int limit;
  private final Runnable tooMuch;
  private boolean full;

  BoundedOutput(int limit, Runnable tooMuch) {
    this.limit = limit;
    this.tooMuch = tooMuch;
  }

  @Override
  public void write(int octet) {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] octets, int offset, int length) {
    int room = Math.min(length, limit - kept.size());
    kept.write(octets, offset, room);
    if (room < length && !full) {
      full = true;
      tooMuch.run();
    }
  }

  synchronized boolean isFull() {
    return full;
  }

  /** What was kept, as UTF-8; octets that are none become U+FFFD. */
  synchronized String text() {
    return kept.toString(StandardCharsets.UTF_8);
  }
}
