package org.xsm.webtasks.pages;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.xsm.webtasks.views.DrawingJson;
import org.xsm.workflows.run.RunDesk;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.RunState;
import org.xsm.workflows.run.SiteDesk;

/** The list of runs, and what belongs to a run besides its page: its drawings and its file. */
@Hidden
@Controller
public final class RunPages {
  private final RunDesk runs;
  private final SiteDesk site;

  public RunPages(RunDesk runs, SiteDesk site) {
    this.runs = runs;
    this.site = site;
  }

  @GetMapping("/runs")
  public String list(
      @RequestParam(defaultValue = "") String set,
      @RequestParam(defaultValue = "") String state,
      Model model) {
    Optional<RunState> wanted =
        Arrays.stream(RunState.values()).filter(known -> known.label().equals(state)).findFirst();
    model.addAttribute("set", set);
    model.addAttribute("state", wanted.map(RunState::label).orElse(""));
    model.addAttribute("states", RunState.values());
    model.addAttribute("refusals", site.refusals());
    model.addAttribute(
        "runs", runs.list(Optional.of(set.strip()).filter(name -> !name.isEmpty()), wanted));
    return "runs";
  }

  @GetMapping(path = "/runs/{id}/drawing", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  public DrawingJson drawing(@PathVariable String id, @RequestParam Optional<String> step) {
    return runs.findDrawing(new RunId(id), step.filter(name -> !name.isBlank()))
        .map(DrawingJson::of)
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no drawing yet."));
  }

  @GetMapping("/runs/{id}/file")
  public ResponseEntity<byte[]> file(@PathVariable String id) {
    byte[] content = site.findFile(new RunId(id)).orElseThrow(RunPage::noRun);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(safe(id) + ".xml").build().toString())
        .body(content);
  }

  private static String safe(String name) {
    return name.replaceAll("[^A-Za-z0-9_.-]", "_");
  }
}
