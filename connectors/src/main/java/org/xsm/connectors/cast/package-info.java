/**
 * Casts: an image is sent once to all machines of a session, by {@code udp-sender} on the image
 * server.
 *
 * <p>A session has one sender there, a script that lives on its own: the manager may be killed at
 * any moment, and starts no second one. Its files lie in {@code casts/} of SystemImager's folder,
 * which rsync serves as a module of that name, and begin with the session's port:
 *
 * <table>
 * <caption>Files of a session</caption>
 * <tr><td>{@code PORT.session}</td><td>its id: the port is its own until a day after it was asked
 * for last</td></tr>
 * <tr><td>{@code PORT.size}</td><td>octets of the stream, before it is sent</td></tr>
 * <tr><td>{@code PORT.sums}</td><td>a line for each cast that was sent to its end: SHA-256, number,
 * octets. Machines look there whether what they have received is whole</td></tr>
 * <tr><td>{@code PORT.log}</td><td>what {@code udp-sender} says: who joined, who was dropped</td></tr>
 * <tr><td>{@code PORT.lock}</td><td>held by the sender and all that it has started</td></tr>
 * <tr><td>{@code PORT.asked}</td><td>its time: when a machine was last told of the session</td></tr>
 * </table>
 */
package org.xsm.connectors.cast;
