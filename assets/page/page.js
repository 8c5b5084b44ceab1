
// What a reader does with the picture: search, open, walk, zoom; by hand, by key and by ear.

const status = by("status"), panel = by("panel"), field = by("words"), list = by("found"), help = by("help");
const rowOf = new Map(events.map((event, row) => [event.id, row]));
const article = (row) => by(`e${events[row].id}`);
const element = (name, kind, said) => {
  const it = document.createElement(name);
  if (kind) it.className = kind;
  if (said !== undefined) it.textContent = said;
  return it;
};
const titleOf = (row) => article(row).querySelector("h4").textContent;
const whenOf = (row) => article(row).querySelector(".when").firstChild.textContent.trim();

// ---- one event
const isOpen = () => !panel.hidden;
const tell = (row) => {
  const lane = lanes[events[row].lane].name;
  status.textContent = `${titleOf(row)}, ${whenOf(row)}, ${lane}, ${fill(words.of, row + 1, events.length)}`;
};
const select = (row, isTold = true) => {
  selected = row;
  if (row >= 0) {
    if (isOpen()) { show(row); reveal(row); }
    else if (isTold) tell(row);
    bring(row);
  }
  redraw();
};
/** Where the panel lies over the picture, the event is brought above it. */
const reveal = (row) => {
  if (!plot.narrow || !isOpen()) return;
  const top = svg.getBoundingClientRect().top + window.scrollY;
  window.scrollTo({ top: Math.max(0, top + spot(events[row], placed()).y - window.innerHeight * 0.24), behavior: isCalm.matches ? "auto" : "smooth" });
};
const show = (row) => {
  const button = (said, to) => {
    const it = element("button", "", said);
    it.type = "button";
    it.disabled = !(to >= 0 && to < events.length);
    it.addEventListener("click", () => open(to));
    return it;
  };
  const close = element("button", "close", "✕");
  close.type = "button";
  close.setAttribute("aria-label", words.close_event);
  close.addEventListener("click", shut);
  const bar = element("div", "walk");
  bar.append(button(`‹ ${words.previous}`, row - 1), button(`${words.next} ›`, row + 1), element("span", "second", fill(words.of, row + 1, events.length)), close);
  // The words are those of the outline: taken over as they are, without their names.
  const copy = article(row).cloneNode(true), heading = element("h2", "", titleOf(row));
  heading.tabIndex = -1;
  copy.querySelector("h4").replaceWith(heading);
  copy.removeAttribute("aria-labelledby");
  for (const it of [copy, ...copy.querySelectorAll("[id]")]) it.removeAttribute("id");
  for (const it of copy.querySelectorAll("h5")) {
    const minor = element("h3", "", it.textContent);
    it.replaceWith(minor);
  }
  panel.replaceChildren(bar, ...copy.childNodes);
  panel.scrollTop = 0;
};
const open = (row) => {
  if (!events[row]) return;
  const wasOpen = isOpen();
  panel.hidden = false;
  document.body.classList.add("reading");
  selected = row;
  show(row);
  panel.querySelector("h2").focus({ preventScroll: true });
  closeList();
  if (!wasOpen) draw();
  bring(row);
  reveal(row);
  redraw();
};
const shut = () => {
  panel.hidden = true;
  panel.replaceChildren();
  document.body.classList.remove("reading");
  svg.focus({ preventScroll: true });
  draw();
};

// ---- search
const folded = (said) => said.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
let texts = null;
const search = () => {
  const asked = folded(field.value).split(/\s+/).filter(Boolean);
  if (!asked.length) {
    const had = found;
    found = null;
    closeList();
    if (had) status.textContent = words.cleared;
    return redraw();
  }
  texts = texts || events.map((event, row) => folded(`${article(row).textContent} ${event.also}`));
  found = new Set(texts.flatMap((said, row) => (asked.every((word) => said.includes(word)) ? [row] : [])));
  const { size } = found;
  const said = size === 0 ? words.found_none : size === 1 ? words.found_one : fill(words.found, size);
  status.textContent = said;
  openList(said);
  redraw();
};
const MOST = 40;
const openList = (said) => {
  const items = element("ol");
  for (const row of [...found].slice(0, MOST)) {
    const item = element("li"), it = element("button"), lane = lanes[events[row].lane];
    const mark = make("svg", { viewBox: "-8 -8 16 16", class: `c${lane.category}`, "aria-hidden": "true" }, make("path", { d: lane.mark, class: "mark" }));
    it.type = "button";
    it.append(mark, element("span", "", titleOf(row)), element("span", "second", whenOf(row)));
    it.addEventListener("click", () => open(row));
    item.append(it);
    items.append(item);
  }
  list.replaceChildren(element("p", "second", said), items);
  if (found.size > MOST) list.append(element("p", "second", fill(words.more, found.size - MOST)));
  list.hidden = false;
};
const closeList = () => { list.hidden = true; };
field.addEventListener("input", search);
field.addEventListener("focus", () => { if (found) list.hidden = false; });
field.addEventListener("keydown", (key) => {
  if (key.isComposing) return;
  if (key.key === "Enter" && found && found.size) {
    key.preventDefault();
    open([...found][0]);
  } else if (key.key === "ArrowDown" && !list.hidden) {
    key.preventDefault();
    list.querySelector("button")?.focus();
  }
});
by("search").addEventListener("keydown", (key) => {
  const buttons = [...list.querySelectorAll("button")], at = buttons.indexOf(document.activeElement);
  if (key.key === "Escape") {
    key.preventDefault();
    key.stopPropagation();
    const isEmpty = !field.value;
    field.value = "";
    search();
    if (isEmpty) svg.focus(); else field.focus();
  } else if (at >= 0 && (key.key === "ArrowDown" || key.key === "ArrowUp")) {
    key.preventDefault();
    const next = at + (key.key === "ArrowDown" ? 1 : -1);
    (next < 0 ? field : buttons[Math.min(next, buttons.length - 1)]).focus();
  }
});
by("search").addEventListener("focusout", (event) => {
  if (!by("search").contains(event.relatedTarget)) closeList();
});
list.addEventListener("pointerdown", (event) => event.preventDefault()); // the list must not close before the click

// ---- walking
const near = (lane, at) => {
  let best = -1;
  events.forEach((event, row) => {
    if (event.lane === lane && (best < 0 || Math.abs(event.at - at) < Math.abs(events[best].at - at))) best = row;
  });
  return best;
};
const walk = (step) => {
  if (selected >= 0) return Math.min(events.length - 1, Math.max(0, selected + step));
  const inView = events.findIndex((event) => event.at >= view.start && event.at < view.start + view.days);
  return Math.max(0, inView);
};
const beside = (step) => {
  if (selected < 0) return walk(1);
  for (let lane = events[selected].lane + step; lane >= 0 && lane < lanes.length; lane += step) {
    const row = near(lane, events[selected].at);
    if (row >= 0) return row;
  }
  return selected;
};
const linked = (isForward) => {
  if (selected < 0) return -1;
  const others = [...new Set(events[selected].links)].sort((a, b) => a - b);
  const on = others.filter((row) => (isForward ? row > selected : row < selected));
  return on.length ? (isForward ? on[0] : on[on.length - 1]) : selected;
};
const go = (row) => { if (row >= 0 && events.length) select(row); };

// ---- keys
const onPicture = {
  ArrowLeft: () => go(walk(-1)), ArrowRight: () => go(walk(1)), ArrowUp: () => go(beside(-1)), ArrowDown: () => go(beside(1)),
  Home: () => go(0), End: () => go(events.length - 1), "[": () => go(linked(false)), "]": () => go(linked(true)),
  Enter: () => open(selected >= 0 ? selected : walk(1)),
  w: () => zoom(0.5), s: () => zoom(2), a: () => pan(-0.3), d: () => pan(0.3),
  f: () => { if (selected >= 0) fly({ start: events[selected].at - view.days / 2, days: view.days }); },
};
const anywhere = {
  "+": () => zoom(0.5), "=": () => zoom(0.5), "-": () => zoom(2), "−": () => zoom(2), 0: () => fly(home),
  "/": () => { field.focus(); field.select(); }, "?": () => help.showModal(),
};
document.addEventListener("keydown", (key) => {
  if (key.defaultPrevented || key.isComposing || key.ctrlKey || key.metaKey || key.altKey || help.open) return;
  const at = document.activeElement, isText = at && at.matches("input, textarea, select, [contenteditable]");
  if (isText) return;
  if (key.key === "Escape") {
    if (isOpen()) return shut();
    if (found) { field.value = ""; return search(); }
    selected = -1;
    return redraw();
  }
  const isHere = at === svg || (panel.contains(at) && !(key.key === "Enter"));
  const own = panel.contains(at) && /^(Home|End|Arrow(Up|Down))$/.test(key.key); // these scroll the panel
  let act = anywhere[key.key];
  if (!act && isHere && !own) {
    const isPan = key.shiftKey && /^Arrow(Left|Right)$/.test(key.key);
    act = isPan ? () => pan(key.key === "ArrowLeft" ? -0.3 : 0.3) : onPicture[key.key.length === 1 ? key.key.toLowerCase() : key.key];
  }
  if (!act) return;
  key.preventDefault();
  act();
});

// ---- the hand
const pointers = new Map();
let drag = null;
const place = (event) => {
  const box = svg.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
};
const hitAt = ({ x, y }) => {
  if (x < plot.left || x > plot.right) return -1;
  const inside = hits.filter((hit) => hit.left <= x && x <= hit.right && hit.top <= y && y <= hit.bottom);
  const ticks = inside.filter((hit) => hit.isTick).sort((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x));
  const names = inside.filter((hit) => !hit.isTick);
  return names.length ? names[names.length - 1].row : ticks.length ? ticks[0].row : -1;
};
const hover = (row, at) => {
  const isTick = row >= 0 && hits.some((hit) => hit.row === row && hit.isTick);
  tip.hidden = !isTick;
  if (isTick) {
    tip.textContent = `${events[row].name} · ${whenOf(row)}`;
    tip.style.top = `${at.y - 38}px`;
    tip.style.left = `${Math.max(0, Math.min(at.x - tip.offsetWidth / 2, chart.clientWidth - tip.offsetWidth))}px`;
  }
  svg.classList.toggle("pointing", row >= 0);
  if (row !== hovered) { hovered = row; redraw(); }
};
svg.addEventListener("pointerdown", (event) => {
  if (event.button) return;
  pointers.set(event.pointerId, place(event));
  const all = [...pointers.values()];
  drag = { view: { ...view }, from: all.map((at) => at.x), moved: all.length > 1 };
});
svg.addEventListener("pointermove", (event) => {
  const at = place(event);
  if (!pointers.has(event.pointerId)) return hover(hitAt(at), at);
  pointers.set(event.pointerId, at);
  const xs = [...pointers.values()].map((one) => one.x);
  if (xs.length === 1) {
    const by = xs[0] - drag.from[0];
    if (!drag.moved && Math.abs(by) < 5) return;
    if (!drag.moved) svg.setPointerCapture(event.pointerId);
    drag.moved = true;
    tip.hidden = true;
    look({ start: drag.view.start - (by / plot.width) * drag.view.days, days: drag.view.days });
  } else {
    const [a, b] = drag.from, grown = Math.max(8, Math.abs(xs[1] - xs[0])) / Math.max(8, Math.abs(b - a));
    const day = drag.view.start + (((a + b) / 2 - plot.left) / plot.width) * drag.view.days;
    const days = clamped({ start: 0, days: drag.view.days / grown }).days;
    look({ start: day - (((xs[0] + xs[1]) / 2 - plot.left) / plot.width) * days, days });
  }
});
const lift = (event) => {
  const was = drag, isTap = event.type === "pointerup" && was && !was.moved && pointers.has(event.pointerId);
  pointers.delete(event.pointerId);
  drag = pointers.size ? { view: { ...view }, from: [...pointers.values()].map((at) => at.x), moved: true } : null;
  if (!isTap) return;
  const row = hitAt(place(event));
  if (row >= 0) open(row);
};
svg.addEventListener("pointerup", lift);
svg.addEventListener("pointercancel", lift);
svg.addEventListener("pointerleave", (event) => { if (!pointers.size) hover(-1, place(event)); });
svg.addEventListener("wheel", (event) => {
  const isSide = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
  const lines = event.deltaMode === 1 ? 33 : 1, by = (isSide ? event.deltaX || event.deltaY : event.deltaY) * lines;
  // Where everything is in view already, the page scrolls on.
  if (!isSide && by > 0 && !event.ctrlKey && view.days > home.days * 0.999) return;
  event.preventDefault();
  tip.hidden = true;
  if (isSide) return look({ start: view.start + (by / plot.width) * view.days, days: view.days });
  look(zoomed(dayAt(place(event).x), Math.exp(by * (event.ctrlKey ? 0.01 : 0.0022))));
}, { passive: false });

// ---- buttons, links, themes
by("in").addEventListener("click", () => zoom(0.5));
by("out").addEventListener("click", () => zoom(2));
by("fit").addEventListener("click", () => fly(home));
by("earlier").addEventListener("click", () => pan(-0.5));
by("later").addEventListener("click", () => pan(0.5));
by("keys").addEventListener("click", () => help.showModal());
by("help-close").addEventListener("click", () => help.close());
panel.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#e"]');
  const row = link ? rowOf.get(Number(link.getAttribute("href").slice(2))) : undefined;
  if (row === undefined) return;
  event.preventDefault();
  open(row);
});
const night = matchMedia("(prefers-color-scheme: dark)"), root = document.documentElement;
const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : night.matches);
const sayTheme = () => by("theme").setAttribute("aria-pressed", String(isDark()));
by("theme").addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; sayTheme(); });
night.addEventListener("change", sayTheme);

// ---- from here on the page is alive
for (const it of document.querySelectorAll(".live")) it.hidden = false;
document.body.classList.add("alive");
chart.append(svg, tip);
chart.hidden = false;
sayTheme();
draw();
new ResizeObserver(redraw).observe(chart);
document.fonts.ready.then(() => { widths.clear(); redraw(); });
