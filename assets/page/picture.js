
// The live picture. Where everything stands is in the table (see src/export/page/table.rs): an event's row and side are
// fixed, and its name shows from a scale on, so names never meet and zooming in never takes one away. Whatever the
// timeline says comes into the page as text, never as markup.

// Lengths in points, as in src/scene.
const ROW = 27, ROW_MAX = 34, PAD = 8, STRIP = 15, MARK = 5.6, BAR = 18, BAR_MIN = 12, OFFSET = 13, BAR_GAP = 9;
const EDGE = 8, DOUBT_MIN = 16, OPEN_FADE = 90, ERA = 30, AXIS = 34, GAP_DAYS = 550;
const CLOSEST = 0.25; // the shortest window in days
const TICK_REACH = 9, ELLIPSIS_FROM = 40;
// Figures give way before the lanes do.
let SERIES = 50;

// ---- the view
const home = { start: data.home[0], days: data.home[1] };
let view = { ...home };
let flight = 0;
let selected = -1; // a row of the table
let hovered = -1;
let found = null; // rows that match the search
let plot = { left: 0, right: 1, width: 1, narrow: false };
let hits = [];

const clamped = ({ start, days }) => {
  const length = Math.min(Math.max(days, Math.min(CLOSEST, home.days)), home.days);
  return { start: Math.min(Math.max(start, home.start), home.start + home.days - length), days: length };
};
const scale = () => plot.width / view.days;
const xOf = (day) => plot.left + (day - view.start) * scale();
const dayAt = (x) => view.start + (x - plot.left) / scale();
let asked = false;
const redraw = () => {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => { asked = false; draw(); });
};
const look = (next) => { flight += 1; view = clamped(next); redraw(); };
const fly = (next) => {
  const from = view, to = clamped(next), mine = (flight += 1), began = performance.now();
  if (isCalm.matches || document.hidden) return look(to);
  const step = (now) => {
    if (mine !== flight) return;
    const share = Math.min(1, Math.max(0, (now - began) / 220)), eased = 1 - (1 - share) ** 3;
    const days = from.days * (to.days / from.days) ** eased;
    const blend = Math.abs(to.days - from.days) < 1e-9 ? eased : (days - from.days) / (to.days - from.days);
    view = clamped({ start: from.start + (to.start - from.start) * blend, days });
    draw();
    if (share < 1) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
};
const zoomed = (day, factor) => {
  const days = clamped({ start: view.start, days: view.days * factor }).days;
  return { start: day - (day - view.start) * (days / view.days), days };
};
const middle = () => {
  const at = selected >= 0 ? events[selected].at : NaN;
  return at > view.start && at < view.start + view.days ? at : view.start + view.days / 2;
};
const zoom = (factor) => fly(zoomed(middle(), factor));
const pan = (share) => fly({ start: view.start + view.days * share, days: view.days });
const bring = (row) => {
  const { at } = events[row], air = view.days * 0.1;
  if (at < view.start + air || at > view.start + view.days - air) fly({ start: at - view.days / 2, days: view.days });
};

// ---- drawing
const chart = by("chart"), still = by("still");
const NS = still.querySelector("svg").namespaceURI;
const make = (name, attributes, ...children) => {
  const it = document.createElementNS(NS, name);
  for (const key in attributes) it.setAttribute(key, attributes[key]);
  it.append(...children);
  return it;
};
const fixed = (value) => Math.round(Math.min(1e6, Math.max(-1e6, value)) * 100) / 100;
const line = (x1, y1, x2, y2, kind) => make("line", { x1: fixed(x1), y1: fixed(y1), x2: fixed(x2), y2: fixed(y2), class: kind });
const rect = (x, y, width, height, kind, more) =>
  make("rect", { x: fixed(x), y: fixed(y), width: fixed(Math.max(0, width)), height: fixed(height), class: kind, ...more });
const text = (x, y, said, kind) => make("text", { x: fixed(x), y: fixed(y), class: kind }, said);
const pen = document.createElement("canvas").getContext("2d");
const widths = new Map();
const widthOf = (said, font) => {
  const key = font + said;
  if (!widths.has(key)) {
    pen.font = `${font} "Transpacific Sans JP", sans-serif`;
    if (widths.size > 5000) widths.clear();
    widths.set(key, pen.measureText(said).width);
  }
  return widths.get(key);
};
const cut = (said, font, room) => {
  if (widthOf(said, font) <= room) return said;
  const letters = [...said];
  let low = 0, high = letters.length;
  while (low < high) {
    const half = (low + high + 1) >> 1;
    if (widthOf(letters.slice(0, half).join("") + "…", font) <= room) low = half; else high = half - 1;
  }
  return low ? letters.slice(0, low).join("").trimEnd() + "…" : "";
};

const svg = make("svg", { id: "picture", role: "application", tabindex: "0", "aria-label": fill(words.live, data.title) });
const tip = document.createElement("div");
tip.id = "tip";
tip.hidden = true;
tip.setAttribute("aria-hidden", "true");

/** Where the lanes are, from the top; depends on the width and the height there is alone. */
const placed = () => {
  const width = Math.max(chart.clientWidth, 200), narrow = width < 640;
  const gutter = narrow ? 8 : 152, margin = narrow ? 8 : 16, head = narrow ? 22 : 0;
  plot = { left: gutter, right: width - margin, width: Math.max(1, width - margin - gutter), narrow };
  SERIES = window.innerHeight < 860 ? 36 : 50;
  const rows = lanes.reduce((sum, lane) => sum + lane.rows, 0);
  const rest = ERA + AXIS + lanes.length * (PAD + STRIP + head) + series.length * SERIES;
  const room = window.innerHeight - chart.getBoundingClientRect().top - window.scrollY - 44;
  const height = Math.min(ROW_MAX, Math.max(ROW, (room - rest) / Math.max(1, rows)));
  let top = ERA;
  const places = lanes.map((lane) => {
    const place = { top, first: top + PAD + head, row: height, bottom: top + PAD + head + lane.rows * height + STRIP };
    top = place.bottom;
    return place;
  });
  return { width, places, lanesEnd: top, axis: top + series.length * SERIES, height: top + series.length * SERIES + AXIS };
};

const drawEras = (back, all) => {
  for (const era of eras) {
    const left = Math.max(xOf(era.span[0]), plot.left), right = Math.min(xOf(era.span[1]), plot.right);
    if (right <= left) continue;
    if (era.band) back.append(rect(left, 0, right - left, all.axis, "era"));
    const room = right - left - 14, said = cut(era.name, "12.5px", room);
    if (said !== era.name && room < Math.max(52, widthOf(era.name, "12.5px") * 0.6)) continue;
    const name = text(left + 8, ERA / 2 + 4, said, "era-name");
    name.append(make("title", {}, `${era.name}, ${era.when}`));
    back.append(name);
  }
};

const YEARS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000, 1000000];
const STEPS = [
  ...[15, 60, 180, 360, 720].map((minutes) => ({ kind: "clock", count: minutes, days: minutes / 1440 })),
  ...[1, 7].map((count) => ({ kind: "day", count, days: count })),
  ...[1, 3].map((count) => ({ kind: "month", count, days: 28 * count })),
  ...YEARS.map((count) => ({ kind: "year", count, days: 365 * count })),
];
const boundary = (step, number) => {
  if (step.kind === "year") return dayOf(number * step.count, 1, 1);
  if (step.kind === "month") return dayOf(Math.floor((number * step.count) / 12), (((number * step.count) % 12) + 12) % 12 + 1, 1);
  return number * step.days;
};
const firstFrom = (step, day) => {
  const c = civil(day);
  let number = Math.floor(day / step.days) - 1;
  if (step.kind === "year") number = Math.floor(c.year / step.count);
  if (step.kind === "month") number = Math.floor((c.year * 12 + c.month - 1) / step.count);
  while (boundary(step, number) < day) number += 1;
  return number;
};
const tickLabel = (day, kind, inFull) => {
  const c = civil(day);
  if (kind === "clock" && c.minutes) return inFull ? `${sayDay(c)} ${sayClock(c)}` : sayClock(c);
  if (kind === "clock" || kind === "day") {
    if (c.day > 1 || inFull) return inFull ? sayDay(c) : shortDay(c);
  }
  if (kind !== "year" && (c.month > 1 || inFull)) {
    if (inFull) return sayMonth(c);
    return isJapanese ? `${c.month}月` : words.month_names[c.month - 1];
  }
  return sayYear(c.year);
};
const drawAxis = (back, all) => {
  const font = "13.5px", sample = { year: "0000年", month: "Sep 0000", day: "28 Sep 00", clock: "00:00 00" };
  const needs = (step) => Math.max(widthOf(sample[step.kind], font), widthOf(tickLabel(view.start, step.kind, false), font)) + 24;
  const step = STEPS.find((step) => step.days * scale() >= needs(step)) || STEPS[STEPS.length - 1];
  const ends = view.start + view.days;
  let free = plot.left, isFirst = true;
  for (let number = firstFrom(step, view.start), count = 0; count < 400; number += 1, count += 1) {
    const day = boundary(step, number), x = xOf(day);
    if (day > ends) break;
    back.append(line(x, ERA, x, all.axis, "grid"));
    const said = tickLabel(day, step.kind, isFirst), half = widthOf(said, font) / 2;
    if (x - half < free - (isFirst ? half : 0) || x + half > all.width) continue;
    back.append(line(x, all.axis, x, all.axis + 5, "axis"), text(Math.max(x, half), all.axis + 22, said, "tick"));
    free = x + half + 12;
    isFirst = false;
  }
  back.append(line(plot.left, all.axis, plot.right, all.axis, "axis"));
  for (const place of all.places) back.append(line(0, place.top, plot.right, place.top, "divider"));
  back.append(line(0, all.lanesEnd, plot.right, all.lanesEnd, "divider"));
};

const drawSeries = (front, back, all) => {
  series.forEach((one, index) => {
    const top = all.lanesEnd + index * SERIES, bottom = top + SERIES - 4;
    const values = one.points.map((point) => point[1]), least = Math.min(0, ...values), most = Math.max(...values);
    const yOf = (value) => bottom - ((value - least) / Math.max(most - least, Number.MIN_VALUE)) * (SERIES - 11);
    let path = "", area = "", before = null;
    for (const [day, value] of one.points) {
      const x = fixed(xOf(day)), y = fixed(yOf(value)), joins = before && day - before.day <= GAP_DAYS;
      path += `${joins ? "L" : "M"}${x} ${y}`;
      if (joins) area += `M${before.x} ${bottom}L${before.x} ${before.y}L${x} ${y}L${x} ${bottom}z`;
      before = { day, x, y };
    }
    front.append(make("path", { d: area, class: "figures-area" }), make("path", { d: path, class: "figures" }));
    const last = one.points.filter((point) => point[0] <= view.start + view.days).pop();
    const left = plot.narrow ? plot.left + 4 : 14, room = plot.narrow ? plot.width / 2 : plot.left - 20;
    back.append(text(left, top + SERIES / 2 - 2, cut(one.name, "600 12.5px", room), "figures-name"));
    if (last) back.append(text(left, top + SERIES / 2 + 13, cut(last[2], "11.5px", room), "count"));
  });
};

/** Where an event stands in the view, and how it shows. */
const spot = (event, all) => {
  const left = event.open_start ? -1e5 : xOf(event.span[0]), right = event.open_end ? 1e5 : xOf(event.span[1]);
  const place = all.places[event.lane], isBar = !!event.interval && right - left >= BAR_MIN;
  const x = event.interval && !isBar ? (left + right) / 2 : xOf(event.at);
  return { left, right, x, isBar, y: place.first + (event.row + 0.5) * place.row, named: scale() >= (event.from ?? Infinity), place };
};
const solid = (event, at) => {
  const half = (at.left + at.right) / 2;
  let [left, right] = event.core ? event.core.map(xOf) : [half, half];
  if (event.open_start) left = plot.left + OPEN_FADE;
  if (event.open_end) right = plot.right - OPEN_FADE;
  if (left - at.left < 2) left = at.left;
  if (at.right - right < 2) right = at.right;
  left = Math.max(left, at.left);
  return [left, Math.max(left, right)];
};
/** Where the name begins, and whether it lies on the bar. */
const nameAt = (event, at) => {
  const { width } = event;
  if (!at.isBar) return [event.left ? at.x - OFFSET - width : at.x + OFFSET, false];
  const left = xOf(event.span[0]), right = xOf(event.span[1]);
  if (right - left <= width + 2 * EDGE) return [event.left ? left - BAR_GAP - width : right + BAR_GAP, false];
  const sure = solid(event, at), start = sure[1] - sure[0] > width + 2 * EDGE ? sure[0] : left;
  const end = event.open_end ? Math.max(right, plot.right) : right;
  const x = Math.min(Math.max(start, plot.left) + EDGE, end - width - EDGE);
  return [x, sure[0] <= x && x + width <= sure[1]];
};
const drawNamed = (row, at, layers) => {
  const event = events[row], lane = lanes[event.lane], [x, isOnBar] = nameAt(event, at);
  const reach = [Math.min(at.x - MARK, at.left, x), Math.max(at.x + MARK, at.right, x + event.width)];
  if (reach[1] < plot.left || reach[0] > plot.right) return;
  let kind = `event c${lane.category}`;
  if (found) kind += found.has(row) ? " match" : " dim";
  if (row === selected) kind += " chosen";
  if (row === hovered) kind += " under";
  const group = make("g", { class: kind, "data-row": row });
  if (at.isBar) {
    const [from, to] = solid(event, at), left = Math.max(at.left, plot.left - 20), right = Math.min(at.right, plot.right + 20);
    const top = at.y - BAR / 2, pale = { rx: 4 };
    if (from > left || to < right) group.append(rect(left, top, right - left, BAR, "bar-pale", pale));
    if (to > left && from < right && to > from) {
      const [a, b] = [Math.max(from, left), Math.min(to, right)];
      group.append(rect(a, top, b - a, BAR, event.vague ? "bar vague" : "bar", pale));
    }
  } else {
    if (!event.moment && at.right - at.left >= DOUBT_MIN) layers.back.append(rect(at.left, at.y - 5, at.right - at.left, 10, `doubt c${lane.category}`, { rx: 5 }));
    group.append(make("path", { d: lane.mark, transform: `translate(${fixed(at.x)} ${fixed(at.y)})`, class: event.vague ? "mark vague" : "mark" }));
  }
  if (row === selected || (found && found.has(row))) {
    group.append(at.isBar
      ? rect(Math.max(at.left, plot.left - 20) - 3, at.y - BAR / 2 - 3, Math.min(at.right, plot.right + 20) - Math.max(at.left, plot.left - 20) + 6, BAR + 6, "ring", { rx: 6 })
      : make("circle", { cx: fixed(at.x), cy: fixed(at.y), r: MARK + 4.4, class: "ring" }));
  }
  // A name that runs out of the view ends in an ellipsis, so that it does not read as a whole.
  const room = plot.right - x, isCut = event.width > room && room > ELLIPSIS_FROM;
  const shown = isCut ? cut(event.name, event.heavy ? "600 13.5px" : "13.5px", room) : event.name;
  group.append(text(x, at.y + 4.9, shown, `name${event.heavy ? " heavy" : ""}${isOnBar ? " on-bar" : ""}`));
  layers.front.append(group);
  hits.push({ row, left: reach[0] - 3, right: reach[1] + 3, top: at.y - at.place.row / 2, bottom: at.y + at.place.row / 2, isTick: false });
};
const tickX = (event, at) => Math.max(Math.min(xOf(event.at), Math.min(at.right, plot.right)), Math.max(at.left, plot.left));
const drawTick = (row, at, ticks, layers) => {
  const event = events[row], x = fixed(tickX(event, at)), top = at.place.bottom - STRIP + 5, bottom = at.place.bottom - 3;
  const isMatch = found && found.has(row), category = lanes[event.lane].category;
  if (isMatch || row === selected || row === hovered) {
    layers.front.append(line(x, top, x, bottom, `tick-lit c${category}`));
    if (row !== hovered || isMatch) layers.front.append(make("circle", { cx: x, cy: (top + bottom) / 2, r: 8, class: `ring c${category}` }));
  } else {
    const key = event.lane + (found ? " dim" : "");
    ticks.set(key, `${ticks.get(key) || ""}M${x} ${top}V${bottom}`);
  }
  if (row === selected) {
    const left = x + OFFSET + event.width > plot.right ? x - OFFSET - event.width : x + OFFSET, y = (top + bottom) / 2;
    layers.over.append(rect(left - 4, y - 9, event.width + 8, 18, "plate", { rx: 3 }));
    layers.over.append(text(left, y + 4.9, event.name, `name${event.heavy ? " heavy" : ""} plated`));
  }
  hits.push({ row, x, left: x - TICK_REACH, right: x + TICK_REACH, top: top - 4, bottom: bottom + 3, isTick: true });
};
const drawLinks = (row, all, back) => {
  const placeOf = (other) => {
    const at = spot(events[other], all);
    return at.named ? [at.x, at.y] : [xOf(events[other].at), at.place.bottom - STRIP / 2];
  };
  const [x1, y1] = placeOf(row);
  for (const other of new Set(events[row].links)) {
    const [x2, y2] = placeOf(other);
    const lift = Math.min(70, Math.max(14, Math.abs(x2 - x1) * 0.12 + Math.abs(y2 - y1) * 0.25));
    const top = Math.max(Math.min(y1, y2) - lift, ERA + 2), bend = Math.min(40, Math.max(-40, (x2 - x1) * 0.15));
    const d = `M${fixed(x1)} ${fixed(y1)}C${fixed(x1 + bend)} ${fixed(top)} ${fixed(x2 - bend)} ${fixed(top)} ${fixed(x2)} ${fixed(y2)}`;
    back.append(make("path", { d, class: `link c${lanes[events[row].lane].category}` }));
  }
};
const drawCaption = (lane, place, counts, layer) => {
  const count = !counts[0] && !counts[1] ? words.none_in_view
    : [counts[0] && fill(words.named, counts[0]), counts[1] && fill(words.ticks, counts[1])].filter(Boolean).join(", ");
  const mark = (x, y) => make("path", { d: lane.mark, transform: `translate(${x} ${y})`, class: `mark c${lane.category}` });
  if (plot.narrow) {
    const y = place.top + 16, name = cut(lane.name, "600 13px", plot.width * 0.55);
    layer.append(mark(16, y), text(28, y + 4.5, name, "lane-name"), text(28 + widthOf(name, "600 14px") + 8, y + 4.5, count, "count"));
    return;
  }
  const room = plot.left - 40, lines = [];
  for (const word of isJapanese ? [lane.name] : lane.name.split(" ")) {
    const joined = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && widthOf(joined, "600 14px") <= room) lines[lines.length - 1] = joined; else lines.push(word);
  }
  let y = place.top + 21;
  layer.append(mark(20, y));
  for (const said of lines.slice(0, 2)) {
    layer.append(text(34, y + 5, cut(said, "600 14px", room), "lane-name"));
    y += 18;
  }
  const parts = widthOf(count, "11.5px") <= room + 4 ? [count] : count.split(", ");
  for (const part of parts) {
    if (y + 6 < place.bottom) layer.append(text(34, y + 4, part, "count"));
    y += 15;
  }
};

const draw = () => {
  const all = placed();
  hits = [];
  const group = (kind, clipped) => make("g", clipped ? { class: kind, "clip-path": "url(#plot)" } : { class: kind });
  const back = group("back"), captions = group("captions");
  const layers = { back: group("doubts", true), front: group("events", true), over: group("over", true) };
  const clip = make("clipPath", { id: "plot" }, rect(plot.left, 0, plot.width, all.axis, ""));
  drawEras(back, all);
  drawAxis(back, all);
  const figures = group("series", true);
  drawSeries(figures, captions, all);
  const counts = lanes.map(() => [0, 0]), ticks = new Map(), ends = view.start + view.days;
  events.forEach((event, row) => {
    const at = spot(event, all), [from, to] = event.span;
    const isIn = (event.open_end || to > view.start || (from === to && from >= view.start)) && (event.open_start || from < ends);
    if (at.named) drawNamed(row, at, layers);
    else if (isIn) drawTick(row, at, ticks, layers);
    if (isIn) counts[event.lane][at.named ? 0 : 1] += 1;
  });
  for (const [key, d] of ticks) {
    const [lane, dim] = key.toString().split(" ");
    layers.back.append(make("path", { d, class: `ticks c${lanes[lane].category} ${dim || ""}` }));
  }
  if (selected >= 0) {
    const at = spot(events[selected], all), x = at.named ? at.x : tickX(events[selected], at);
    layers.back.prepend(line(x, ERA, x, all.axis, `here c${lanes[events[selected].lane].category}`));
    drawLinks(selected, all, layers.back);
  }
  lanes.forEach((lane, index) => drawCaption(lane, all.places[index], counts[index], captions));
  svg.setAttribute("viewBox", `0 0 ${all.width} ${Math.ceil(all.height)}`);
  svg.setAttribute("width", all.width);
  svg.setAttribute("height", Math.ceil(all.height));
  svg.replaceChildren(make("defs", {}, clip), back, figures, layers.back, layers.front, layers.over, captions);
  sayWindow();
};
const sayWindow = () => {
  const a = civil(view.start), b = civil(view.start + view.days - 1e-6), { days } = view;
  const range = (from, to) => (from === to ? from : isJapanese ? `${from}～${to}` : `${from} – ${to}`);
  let stretch, length;
  if (days > 3 * 365.25) [stretch, length] = [range(sayYear(a.year), sayYear(b.year)), fill(words.years, Math.round(days / 365.25))];
  else if (days > 60) [stretch, length] = [range(sayMonth(a), sayMonth(b)), fill(words.months, Math.round(days / 30.44))];
  else if (days > 1.5) [stretch, length] = [range(sayDay(a), sayDay(b)), fill(words.days, Math.round(days))];
  else [stretch, length] = [`${sayDay(a)} ${sayClock(a)} – ${sayClock(b)}`, fill(words.hours, Math.round(days * 24))];
  by("window").textContent = `${stretch} · ${length}`;
  const isWhole = days > home.days * 0.999;
  by("out").disabled = by("fit").disabled = isWhole;
  by("earlier").disabled = view.start <= home.start + home.days * 1e-6;
  by("later").disabled = view.start + days >= home.start + home.days * (1 - 1e-6);
  by("in").disabled = days <= CLOSEST * 1.001;
};
