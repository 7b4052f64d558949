package org.xsm.connectors.pxe;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Asks a real DHCP server on the loopback interface what it would give to a MAC: a DHCPDISCOVER
 * (RFC 2131), sent the way a relay would.
 *
 * @param server its address
 * @param relay another address of the loopback interface, at which we wait for the answer
 * @param port the server's port
 */
record DhcpClient(String server, String relay, int port) {
  private static final byte[] COOKIE = HexFormat.of().parseHex("63825363");
  private static final byte[] DISCOVER = HexFormat.of().parseHex("350101370301030cff");
  private static final int OPTIONS = 240;
  private static final int HOST_NAME = 12;

  /** What a server offers. */
  record Offer(String address, String name) {}

  /** What the server offers to this MAC within a second, if anything. */
  Optional<Offer> ask(String mac) throws IOException {
    try (DatagramSocket socket = new DatagramSocket(null)) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(relay, port));
      socket.setSoTimeout(1000);
      byte[] question = question(HexFormat.ofDelimiter(":").parseHex(mac));
      socket.send(
          new DatagramPacket(question, question.length, new InetSocketAddress(server, port)));
      byte[] answer = new byte[2000];
      socket.receive(new DatagramPacket(answer, answer.length));
      return Optional.of(offer(answer));
    } catch (SocketTimeoutException silence) {
      return Optional.empty();
    }
  }

  private byte[] question(byte[] mac) throws IOException {
    ByteBuffer packet = ByteBuffer.allocate(300);
    packet.put(new byte[] {1, 1, 6, 1}).putInt(mac.hashCode());
    packet.position(24).put(InetAddress.getByName(relay).getAddress()).put(mac);
    packet.position(OPTIONS - COOKIE.length).put(COOKIE).put(DISCOVER);
    return packet.array();
  }

  private static Offer offer(byte[] answer) throws IOException {
    String address = InetAddress.getByAddress(Arrays.copyOfRange(answer, 16, 20)).getHostAddress();
    int at = OPTIONS;
    while (answer[at] != (byte) 0xFF && answer[at] != HOST_NAME) {
      at += 2 + answer[at + 1];
    }
    String name =
        answer[at] == HOST_NAME
            ? new String(answer, at + 2, answer[at + 1], StandardCharsets.US_ASCII)
            : "";
    return new Offer(address, name);
  }
}
