package org.xsm.connectors.power;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.MacAddress;

/** The packet that wakes a machine (AMD, 1995): six octets of ones, and its MAC sixteen times. */
record MagicPacket(MacAddress mac) {
  private static final int HEAD = 6;
  private static final int TIMES = 16;

  byte[] octets() {
    byte[] address = HexFormat.ofDelimiter(":").parseHex(mac.value());
    byte[] packet = new byte[HEAD + TIMES * address.length];
    Arrays.fill(packet, 0, HEAD, (byte) 0xFF);
    for (int time = 0; time < TIMES; time++) {
      System.arraycopy(address, 0, packet, HEAD + time * address.length, address.length);
    }
    return packet;
  }

  /**
   * Sends it by UDP.
   *
   * @param address the broadcast address of the machine's network
   */
  void send(String address, int port) throws MachineTrouble {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setBroadcast(true);
      byte[] octets = octets();
      socket.send(new DatagramPacket(octets, octets.length, InetAddress.getByName(address), port));
    } catch (IOException noWay) {
      throw new MachineTrouble(
          TroubleKind.REFUSED,
          ("No magic packet could be sent to %s port %d: %s. Set xsm.boot.power.wake-address"
                  + " to the broadcast address of the machines' network.")
              .formatted(address, port, noWay.getMessage()));
    }
  }
}
