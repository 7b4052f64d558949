package org.xsm.connectors.ssh;

/** Carries a failed answer out of the connection; ends at {@link PooledSshProducer}. */
final class SshFailed extends Exception {
  private final transient SshAnswer.Failed answer;

  SshFailed(SshAnswer.Failed answer) {
    super(answer.text());
    this.answer = answer;
  }

  SshAnswer.Failed answer() {
    return answer;
  }
}
