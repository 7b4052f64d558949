// Shows the process drawing of a run or a step, and where its instance stands.
(() => {
  "use strict";

  const canvas = document.getElementById("canvas");
  if (!canvas) {
    return;
  }
  const viewer = new BpmnJS({
    container: canvas,
    zoomScroll: { enabled: false },
    bpmnRenderer: { defaultFillColor: "var(--paper)", defaultStrokeColor: "var(--ink)", defaultLabelColor: "var(--ink)" },
  });
  const marks = ["passed", "active", "failed"];
  let shown = null;
  let marked = [];

  const fit = () => viewer.get("canvas").zoom("fit-viewport", "auto");

  const mark = (drawing) => {
    const board = viewer.get("canvas");
    const elements = viewer.get("elementRegistry");
    marked.forEach(([id, name]) => board.removeMarker(id, name));
    marked = marks.flatMap((name) =>
      drawing[name].filter((id) => elements.get(id)).map((id) => [id, "is-" + name]));
    marked.forEach(([id, name]) => board.addMarker(id, name));
  };

  const say = (words) => {
    canvas.dataset.empty = words;
  };

  const load = async () => {
    const answer = await fetch(canvas.dataset.drawing, { headers: { Accept: "application/json", "HX-Request": "true" } });
    if (!answer.ok) {
      say(answer.status === 404 ? "There is no drawing yet." : "The drawing could not be loaded.");
      return;
    }
    const drawing = await answer.json();
    if (drawing.bpmn !== shown) {
      await viewer.importXML(drawing.bpmn);
      shown = drawing.bpmn;
      marked = [];
      say("");
      fit();
    }
    mark(drawing);
  };

  // One at a time: two drawings that are taken in at once leave the canvas blank.
  let turn = Promise.resolve();
  const refresh = () => {
    turn = turn.then(load).catch(() => say("The drawing could not be loaded."));
  };

  document.querySelectorAll("[data-zoom]").forEach((button) => {
    button.addEventListener("click", () => {
      if (shown === null) {
        return;
      }
      if (button.dataset.zoom === "fit") {
        fit();
      } else {
        viewer.get("zoomScroll").stepZoom(button.dataset.zoom === "in" ? 1 : -1);
      }
    });
  });
  window.addEventListener("resize", () => shown !== null && fit());
  canvas.addEventListener("xsm-changed", refresh);
  refresh();
})();
