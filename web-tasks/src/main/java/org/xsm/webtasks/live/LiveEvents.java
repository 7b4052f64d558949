package org.xsm.webtasks.live;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Server-sent events for pages and, under {@code /api}, for programs: {@code event: run}, whose
 * data is the id of a run that has changed.
 */
@Hidden
@Controller
public final class LiveEvents {
  private final LiveClients clients;

  public LiveEvents(LiveClients clients) {
    this.clients = clients;
  }

  @GetMapping(
      path = {"/events", "/api/events"},
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  public SseEmitter events() {
    return clients
        .open()
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, "Too many pages are open; try again later."));
  }
}
