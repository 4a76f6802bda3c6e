"use strict";
(() => {
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const one = (id) => document.getElementById(id);
  const findings = all(".finding");
  const bar = one("bar"), now = one("now"), live = one("live"), keys = one("keys"), keysOn = one("keys-on");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const wide = matchMedia("(min-width: 72rem)");
  let current = -1;
  let together = true;
  let steering = 0;

  /* Evidence: every piece of a reference's words, also where other evidence cuts it. */
  const pieces = new Map();
  for (const piece of all(".ev")) {
    for (const id of piece.dataset.ev.split(" ")) {
      if (!pieces.has(id)) pieces.set(id, []);
      pieces.get(id).push(piece);
    }
  }
  const target = (link) => decodeURIComponent(link.getAttribute("href").slice(1));
  const clear = () => {
    for (const piece of all(".ev.on")) piece.classList.remove("on");
    for (const card of all(".finding.now")) card.classList.remove("now");
  };
  const light = (ids) => {
    for (const piece of all(".ev.on")) piece.classList.remove("on");
    for (const id of ids) for (const piece of pieces.get(id) || []) piece.classList.add("on");
  };
  const behavior = () => (calm.matches ? "auto" : "smooth");

  /* Brings words into view inside their own report; the page moves only where reports do not scroll by themselves. */
  const reveal = (id, mayMovePage) => {
    const piece = (pieces.get(id) || [])[0];
    if (!piece) return;
    const pane = piece.closest(".text");
    if (wide.matches && pane) {
      steering = Date.now() + 900;
      const top = piece.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop - pane.clientHeight / 3;
      pane.scrollTo({ top, behavior: behavior() });
      const column = pane.closest(".report"), frame = column.parentElement;
      const left = column.offsetLeft - frame.offsetLeft;
      if (left < frame.scrollLeft || left + column.offsetWidth > frame.scrollLeft + frame.clientWidth) frame.scrollTo({ left, behavior: behavior() });
    } else if (mayMovePage) {
      piece.scrollIntoView({ block: "center", behavior: behavior() });
    }
  };

  const show = (index, move) => {
    if (index < 0 || index >= findings.length) return;
    current = index;
    clear();
    const card = findings[index];
    card.classList.add("now");
    const links = all("a.ref", card), ids = links.map(target);
    light(ids);
    const seen = new Set();
    for (const id of ids) {
      const report = id.split("-")[1];
      if (!seen.has(report)) reveal(id, false);
      seen.add(report);
    }
    if (move) {
      card.scrollIntoView({ block: wide.matches ? "center" : "start", behavior: behavior() });
      card.focus({ preventScroll: true });
    }
    const said = `${card.dataset.word} ${index + 1} of ${findings.length}: ${card.dataset.subject}`;
    live.textContent = `${said}. Evidence in ${links.map((a) => a.textContent).join(", ")}`;
    now.replaceChildren();
    for (const link of links) {
      const again = document.createElement("a");
      again.className = "ref";
      again.href = link.getAttribute("href");
      again.textContent = link.textContent;
      now.append(again, " ");
    }
    now.append(said);
    bar.hidden = false;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const id = target(link);
    if (pieces.has(id)) {
      const card = link.closest(".finding");
      if (card) show(findings.indexOf(card), false);
      light(card ? all("a.ref", card).map(target) : [id]);
      if (wide.matches) {
        event.preventDefault();
        history.replaceState(null, "", "#" + id);
      }
      reveal(id, !wide.matches);
      if (!card) live.textContent = `Evidence ${link.textContent} shown`;
    } else {
      const index = findings.findIndex((card) => card.id === id);
      if (index >= 0) show(index, true);
    }
  });

  one("previous").addEventListener("click", () => show(Math.max(0, current - 1), true));
  one("next").addEventListener("click", () => show(Math.min(findings.length - 1, current + 1), true));

  /* Reports of one story scroll by the same share; what a jump has lined up stays lined up. */
  const button = one("together");
  const setTogether = (on) => {
    together = on;
    button.setAttribute("aria-pressed", String(on));
  };
  for (const columns of all(".columns")) {
    const panes = all(".text", columns), last = new Map(panes.map((pane) => [pane, 0]));
    let leader = null;
    for (const pane of panes) {
      for (const kind of ["wheel", "touchstart", "pointerdown", "keydown", "focusin"]) {
        pane.addEventListener(kind, () => { leader = pane; steering = 0; }, { passive: true });
      }
      pane.addEventListener("scroll", () => {
        const moved = pane.scrollTop - last.get(pane);
        last.set(pane, pane.scrollTop);
        if (!together || pane !== leader || Date.now() < steering) return;
        const span = pane.scrollHeight - pane.clientHeight;
        for (const other of panes) {
          if (other !== pane && span > 0) other.scrollTop += moved * (other.scrollHeight - other.clientHeight) / span;
        }
      }, { passive: true });
    }
  }
  button.addEventListener("click", () => setTogether(!together));

  /* Colours: as the system says, or as chosen; a page opened from a file may not be allowed to remember. */
  const themes = ["auto", "light", "dark"], theme = one("theme");
  const store = (value) => { try { localStorage.setItem("accord-theme", value); } catch (_) { /* not kept */ } };
  const setTheme = (name) => {
    if (name === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = name;
    theme.textContent = "Theme: " + name;
    theme.dataset.name = name;
  };
  let kept = "auto";
  try { kept = localStorage.getItem("accord-theme") || "auto"; } catch (_) { /* not kept */ }
  setTheme(themes.includes(kept) ? kept : "auto");
  theme.addEventListener("click", () => {
    const name = themes[(themes.indexOf(theme.dataset.name) + 1) % themes.length];
    setTheme(name);
    store(name);
  });

  const openKeys = () => { if (!keys.open) keys.showModal(); };
  one("help").addEventListener("click", openKeys);
  one("close").addEventListener("click", () => keys.close());
  const actions = {
    n: () => show(Math.min(findings.length - 1, current + 1), true),
    p: () => show(Math.max(0, current - 1), true),
    s: () => setTogether(!together),
    "?": openKeys,
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open || event.target.closest("input, textarea, select")) return;
    if (event.key === "Escape") { clear(); bar.hidden = true; current = -1; return; }
    const action = keysOn.checked && actions[event.key];
    if (action) { event.preventDefault(); action(); }
  });

  addEventListener("beforeprint", () => { for (const details of all("details")) details.open = true; });

  const arrive = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (pieces.has(id)) { light([id]); reveal(id, true); }
    else { const i = findings.findIndex((card) => card.id === id); if (i >= 0 && i !== current) show(i, false); }
  };
  addEventListener("hashchange", arrive);
  arrive();
  document.querySelector(".controls").hidden = false;
  if (findings.length) { bar.hidden = false; now.textContent = findings.length === 1 ? "1 finding" : `${findings.length} findings`; }
  if (!all(".columns").some((columns) => all(".text", columns).length > 1)) button.hidden = true;
})();
