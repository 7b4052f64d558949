package org.xsm.routes.site;

import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.IpAddress;

/**
 * An IPv4 network.
 *
 * @param first its lowest address as a number
 * @param bits length of its prefix, 1 to 31
 */
record Subnet(long first, int bits) {
  static Subnet around(IpAddress address, int bits) {
    return new Subnet(number(address) & -size(bits), bits);
  }

  /** The lowest and the highest address name the network and everybody in it (but not in a /31). */
  void refuseUnlessOneMachines(IpAddress address) {
    long offset = number(address) - first;
    if (bits < 31 && (offset == 0 || offset == size(bits) - 1)) {
      throw new InvalidValue(
          address
              + "/"
              + bits
              + (offset == 0 ? " is the network itself" : " is its broadcast address"),
          "Write the address of one machine in this network, or correct the prefix.");
    }
  }

  void refuseUnlessWithin(IpAddress gateway) {
    long offset = number(gateway) - first;
    if (offset < 0 || offset >= size(bits)) {
      throw new InvalidValue(
          "the gateway " + gateway + " is not in the VM's own network (/" + bits + ")",
          "Write a gateway that the VM can reach, or correct the prefix.");
    }
  }

  private static long size(int bits) {
    return 1L << (32 - bits);
  }

  private static long number(IpAddress address) {
    long number = 0;
    for (String octet : address.value().split("\\.")) {
      number = number * 256 + Integer.parseInt(octet);
    }
    return number;
  }
}
