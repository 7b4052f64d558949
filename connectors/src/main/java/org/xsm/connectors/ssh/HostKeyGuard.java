package org.xsm.connectors.ssh;

import java.net.SocketAddress;
import java.security.PublicKey;
import java.util.Map;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;

/** Puts every connection's {@link HostKeyCheck} in MINA's way. */
final class HostKeyGuard implements SessionListener, ServerKeyVerifier {
  @Override
  public void sessionNegotiationOptionsCreated(
      Session session, Map<KexProposalOption, String> proposal) {
    proposal.computeIfPresent(
        KexProposalOption.SERVERKEYS, (option, offered) -> check(session).algorithms(offered));
  }

  @Override
  public boolean verifyServerKey(ClientSession session, SocketAddress remote, PublicKey key) {
    return check(session).admits(key);
  }

  private static HostKeyCheck check(Session session) {
    return ((ClientSession) session).getConnectionContext().getAttribute(HostKeyCheck.KEY);
  }
}
