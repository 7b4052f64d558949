package org.xsm.workflows.plan;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xsm.workflows.command.ImageSession;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.TransferMethod;

/**
 * Brings together the machines that get one image by casts: those of one plan with one image and
 * one method join one session, so that the image is sent once.
 */
final class Sessions {
  private final TransferChoice choice;
  private final Map<ImageName, Long> undecided;
  private final Map<ImageName, TransferMethod> decided = new HashMap<>();
  private final Map<Cast, Long> casts;

  /** What the machines of one session have in common. */
  private record Cast(ImageName image, TransferMethod method) {}

  private Sessions(List<HostStep> deployments, TransferChoice choice) {
    this.choice = choice;
    undecided =
        deployments.stream()
            .map(HostStep::machine)
            .filter(machine -> machine.method() == TransferMethod.AUTO)
            .collect(groupingBy(machine -> machine.image(), counting()));
    casts = deployments.stream().collect(groupingBy(this::cast, counting()));
  }

  /** The same deployments, each saying how its image comes and in which company. */
  static List<HostStep> form(List<HostStep> deployments, TransferChoice choice) {
    Sessions sessions = new Sessions(deployments, choice);
    return deployments.stream().map(sessions::joined).toList();
  }

  private HostStep joined(HostStep deployment) {
    Optional<ImageSession> session = session(cast(deployment));
    return deployment.in(
        session, deployment.reason() + session.map(HostReasons::cast).orElse(HostReasons.UNICAST));
  }

  private Optional<ImageSession> session(Cast cast) {
    return cast.method().isCast()
        ? Optional.of(
            new ImageSession(
                cast.image() + "." + cast.method().label(),
                cast.image(),
                cast.method(),
                Math.toIntExact(casts.get(cast))))
        : Optional.empty();
  }

  private Cast cast(HostStep deployment) {
    ImageName image = deployment.machine().image();
    TransferMethod wanted = deployment.machine().method();
    return new Cast(image, wanted == TransferMethod.AUTO ? decided(image) : wanted);
  }

  private TransferMethod decided(ImageName image) {
    return decided.computeIfAbsent(
        image, each -> choice.choose(Math.toIntExact(undecided.get(each))));
  }
}
