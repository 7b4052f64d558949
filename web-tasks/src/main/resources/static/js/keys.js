// Keys for people who work without a mouse. A key never decides anything: it goes to the button that does.
(() => {
  "use strict";

  const help = document.getElementById("keys");
  if (!help) {
    return;
  }
  const opener = document.getElementById("show-keys");
  opener.hidden = false;
  opener.addEventListener("click", () => help.showModal());

  const isTyping = (target) =>
    target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);

  const step = (by) => {
    const links = [...document.querySelectorAll(".card-link, .rows tbody .first a, .host h2 a")];
    if (links.length === 0) {
      return;
    }
    const at = links.indexOf(document.activeElement);
    const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by;
    links[Math.min(Math.max(next, 0), links.length - 1)].focus();
  };

  const go = (selector) => {
    const target = document.querySelector(selector);
    if (target && !target.disabled) {
      target.focus();
      target.scrollIntoView({ block: "center" });
    }
  };

  const pages = { s: "/", i: "/inbox", r: "/runs" };
  let going = false;

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    c: () => go("#claim"),
    a: () => go("#approve"),
    r: () => go("#reject-comment"),
    "/": () => go('input[type="search"]'),
    "?": () => help.showModal(),
    g: () => {
      going = true;
      setTimeout(() => (going = false), 1500);
    },
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || help.open) {
      return;
    }
    if (going && pages[event.key]) {
      location.assign(pages[event.key]);
    } else if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });
})();
