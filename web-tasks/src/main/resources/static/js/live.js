// Keeps pages fresh: listens for changed runs and lets htmx fetch again what shows them.
// Listens only while the page is looked at, since a browser has few connections to one host.
(() => {
  "use strict";

  const status = document.getElementById("live");
  if (!status) {
    return;
  }
  let source = null;
  // What happened between the page and the first listening is missed, too.
  let missed = true;

  const say = (state, words) => {
    status.dataset.state = state;
    if (status.textContent !== words) {
      status.textContent = words;
    }
  };

  // What changes while a part is being fetched is fetched once more afterwards: the part that asked is replaced by the
  // answer, and with it what it still had to ask.
  const flying = new Set();
  let again = false;

  const refresh = (run) => {
    if (flying.size > 0) {
      again = true;
      return;
    }
    document.querySelectorAll("[data-live]").forEach((part) => {
      const about = part.dataset.live;
      if (run === null || about === "all" || about === run) {
        htmx.trigger(part, "xsm-changed");
      }
    });
  };

  document.body.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.elt.dataset.live) {
      flying.add(event.detail.xhr);
    }
  });
  // Comes from whatever is left of the page where the part stood.
  document.body.addEventListener("htmx:afterRequest", (event) => {
    if (flying.delete(event.detail.xhr) && flying.size === 0 && again) {
      again = false;
      setTimeout(() => refresh(null), 50);
    }
  });

  const open = () => {
    source = new EventSource("/events");
    source.addEventListener("open", () => {
      say("on", "Live");
      if (missed) {
        missed = false;
        refresh(null);
      }
    });
    source.addEventListener("run", (event) => refresh(event.data));
    source.addEventListener("error", () => {
      missed = true;
      say("off", "Reconnecting…");
      if (source.readyState === EventSource.CLOSED) {
        close();
        setTimeout(wake, 5000);
      }
    });
  };

  const close = () => {
    if (source) {
      source.close();
      source = null;
    }
  };

  const wake = () => {
    if (!document.hidden && source === null) {
      open();
    }
  };

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      missed = true;
      close();
    } else {
      wake();
    }
  });
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", wake);
  wake();
})();
