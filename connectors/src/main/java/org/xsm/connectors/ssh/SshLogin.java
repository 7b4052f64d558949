package org.xsm.connectors.ssh;

import java.io.IOException;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;

/** Connects to a host and logs in, and tells the ways apart in which that fails. */
record SshLogin(SshClient client, Login login, Duration connectLimit, Duration loginLimit) {
  String place() {
    return login.place();
  }

  ClientSession open() throws SshFailed {
    HostKeyCheck check = HostKeyCheck.of(login);
    Identity identity = new Identity(login.identity());
    ClientSession session = connect(check);
    try {
      for (var key : identity.keys()) {
        session.addPublicKeyIdentity(key);
      }
      session.auth().verify(loginLimit);
      return session;
    } catch (IOException refused) {
      session.close(true);
      throw new SshFailed(refusal(check, session, refused));
    }
  }

  private ClientSession connect(HostKeyCheck check) throws SshFailed {
    AttributeRepository context = AttributeRepository.ofKeyValuePair(HostKeyCheck.KEY, check);
    try {
      return client
          .connect(login.user(), login.address(), login.port(), context, null)
          .verify(connectLimit)
          .getSession();
    } catch (IOException unreachable) {
      throw new SshFailed(
          new SshAnswer.Unreachable(
              place()
                  + " cannot be reached ("
                  + cause(unreachable)
                  + "). Is the host up, and does its SSH server run there?"));
    }
  }

  /** What lies at the bottom of it, in words; the client wraps it in words of its own. */
  private static String cause(Throwable failure) {
    Throwable bottom = failure;
    while (bottom.getCause() != null) {
      bottom = bottom.getCause();
    }
    String words = bottom.getMessage();
    return words == null ? bottom.getClass().getSimpleName() : words;
  }

  private SshAnswer.Failed refusal(HostKeyCheck check, ClientSession session, IOException refused) {
    if (check.refusal().isPresent()) {
      return new SshAnswer.NotAdmitted(check.refusal().get());
    }
    int code = refused instanceof SshException coded ? coded.getDisconnectCode() : 0;
    if (code == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE) {
      return new SshAnswer.NotAdmitted(
          place()
              + " does not accept our key "
              + login.identity()
              + ". Put the line in "
              + login.identity()
              + ".pub into ~"
              + login.user()
              + "/.ssh/authorized_keys there.");
    }
    if (code == SshConstants.SSH2_DISCONNECT_KEY_EXCHANGE_FAILED) {
      return new SshAnswer.NotAdmitted(check.noCommonKey());
    }
    return new SshAnswer.Unreachable(
        place()
            + " accepted the connection, but no login came about ("
            + refused.getMessage()
            + "). Look at the SSH server's log there.");
  }
}
