package org.xsm.connectors.simulated;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.apache.sshd.server.channel.ChannelDataReceiver;
import org.apache.sshd.server.channel.ChannelSession;

/**
 * Hands what a client sends on to a command's standard input. Takes a thread only while there is
 * something to hand on, and never keeps the server's own threads waiting for a command that does
 * not read.
 */
final class StandardInput implements ChannelDataReceiver {
  private final Executor executor;
  private final ChannelSession channel;
  private final Queue<byte[]> waiting = new ArrayDeque<>();
  private OutputStream sink;
  private boolean ended;
  private boolean busy;

  StandardInput(Executor executor, ChannelSession channel) {
    this.executor = executor;
    this.channel = channel;
  }

  @Override
  public synchronized int data(ChannelSession from, byte[] buffer, int start, int length) {
    waiting.add(Arrays.copyOfRange(buffer, start, start + length));
    handOn();
    return 0;
  }

  @Override
  public synchronized void close() {
    ended = true;
    handOn();
  }

  synchronized void connect(OutputStream input) {
    sink = input;
    handOn();
  }

  private void handOn() {
    if (sink != null && !busy && (ended || !waiting.isEmpty())) {
      busy = true;
      executor.execute(this::writeAll);
    }
  }

  private void writeAll() {
    for (byte[] data = next(); data != null; data = next()) {
      write(data);
    }
  }

  /**
   * The next piece; null when there is none, and then the input is closed if nothing will follow.
   */
  private synchronized byte[] next() {
    byte[] data = waiting.poll();
    if (data == null) {
      busy = false;
      if (ended) {
        closeSink();
      }
    }
    return data;
  }

  private void write(byte[] data) {
    try {
      sink.write(data);
      sink.flush();
    } catch (IOException endedReading) {
      // The command has closed its input; what is left is dropped, as by a pipe.
    }
    try {
      channel.getLocalWindow().release(data.length);
    } catch (IOException gone) {
      // The client has gone; there is nobody to tell.
    }
  }

  private void closeSink() {
    try {
      sink.close();
    } catch (IOException endedReading) {
      // It is closed all the same.
    }
  }
}
