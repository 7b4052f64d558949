/**
 * What a bare machine is told when it boots from the network: its address by DHCP (dnsmasq or ISC's
 * dhcpd), and by TFTP a boot menu of its own (pxelinux or iPXE), which starts the installer or goes
 * on to the disk.
 *
 * <p>The servers are the site's own; we write a file for each machine into folders that their
 * configuration names, and nothing else. Their own syntax checks accept nonsense (dnsmasq takes
 * {@code 192.168.5.300} for a name, dhcpd an empty MAC), so every value is of a type that has
 * checked itself before.
 */
package org.xsm.connectors.pxe;
