/**
 * The image server: SystemImager's, as version 4 lays it out, driven from outside and never
 * rewritten.
 *
 * <table>
 * <caption>What of it we touch, below {@code /var/lib/systemimager} and {@code /etc/systemimager}</caption>
 * <tr><td>{@code images/IMAGE/}</td><td>looked at only</td></tr>
 * <tr><td>{@code scripts/IMAGE.master}</td><td>looked at only: the image's installation script, by
 * {@code si_mkautoinstallscript}</td></tr>
 * <tr><td>{@code scripts/HOST.sh}</td><td>symbolic link to {@code IMAGE.master}: which image a machine
 * gets</td></tr>
 * <tr><td>{@code overrides/HOST/etc/}</td><td>{@code xsm-machine.conf} (name and network, as {@code
 * KEY=VALUE} lines), {@code hostname}, where nobody has put one, and {@code ssh/ssh_host_ed25519_key},
 * the key by which we know the machine, and {@code ganglia/gmond.conf}, where one is set; clients
 * lay them over the image</td></tr>
 * <tr><td>{@code rsync_stubs/40IMAGE}</td><td>the image as a module of rsync's daemon; {@code rsyncd.conf}
 * is made of the stubs by {@code si_mkrsyncd_conf}, or by us in the same way where that is not
 * there</td></tr>
 * <tr><td>{@code casts/}</td><td>the sessions of our own casts ({@link org.xsm.connectors.cast}), a
 * module of rsync's daemon</td></tr>
 * <tr><td>{@code flamethrower.conf}</td><td>the image as a module of the multicast daemon</td></tr>
 * </table>
 *
 * <p>{@code --ip-assignment static} of 4.3 only sets a variable, so the image must have something
 * that makes its network of {@code /etc/xsm-machine.conf}; which interface and which bridge, only
 * the image knows.
 *
 * <p>Our own small installer, for sites without SystemImager's client, keeps to the same layout,
 * but needs no installation scripts ({@link
 * org.xsm.connectors.systemimager.ImageSettings.Installer}).
 *
 * <p>Later versions: 4.9 and 5 have a dracut-based client whose parameters begin with {@code si.}
 * ({@code si.image-server} …) and still take the old names; their scripts keep state in JSON and
 * write for Kea in place of dhcpd. Bittorrent and flamethrower do not work in 4.9.5, by its own
 * changelog. Groups of clients ({@code cluster.xml}) are not written: each machine is named by
 * itself.
 */
package org.xsm.connectors.systemimager;
