// What exploring adds to the drawings: a range of dates by dragging, a closer map, who belongs to whom in a network.
// Every drawing is whole without this file, and its table has the same links for keys.
"use strict";

function brush(chart) {
  const columns = [...chart.querySelectorAll("a.column")];
  let first = null;
  const at = (event) => columns.indexOf(event.target.closest?.("a.column"));
  const range = (event) => {
    const last = at(event);
    return first === null || last < 0 ? null : columns.slice(Math.min(first, last), Math.max(first, last) + 1);
  };
  const show = (taken) => columns.forEach((column) => column.classList.toggle("taken", taken?.includes(column) ?? false));
  chart.addEventListener("dragstart", (event) => event.preventDefault());
  chart.addEventListener("pointerdown", (event) => { first = event.button === 0 && at(event) >= 0 ? at(event) : null; });
  chart.addEventListener("pointermove", (event) => { const taken = range(event); if (taken?.length > 1) show(taken); });
  chart.addEventListener("click", (event) => {
    const taken = range(event);
    if (taken?.length > 1) event.preventDefault();
  }, true);
  chart.addEventListener("pointerup", (event) => {
    const taken = range(event);
    if (!(taken?.length > 1)) return;
    const address = new URL(chart.dataset.brush, location.href);
    address.searchParams.set("since", taken[0].dataset.since);
    address.searchParams.set("until", taken.at(-1).dataset.until);
    location.href = address;
  });
  document.addEventListener("pointerup", () => { first = null; show(null); });
}

const CLOSEST = 16, STEP = 0.25;

function zoom(map) {
  const whole = map.getAttribute("viewBox").trim().split(/\s+/).map(Number);
  const marks = [...map.querySelectorAll(".spot")].map((spot) => [spot, spot.r.baseVal.value]);
  let [x, y] = [whole[0] + whole[2] / 2, whole[1] + whole[3] / 2], closer = 1;
  if (marks.length) {
    x = marks.reduce((sum, [spot]) => sum + spot.cx.baseVal.value, 0) / marks.length;
    y = marks.reduce((sum, [spot]) => sum + spot.cy.baseVal.value, 0) / marks.length;
  }
  const draw = () => {
    const [wide, tall] = [whole[2] / closer, whole[3] / closer];
    const left = closer === 1 ? whole[0] : x - wide / 2, top = closer === 1 ? whole[1] : y - tall / 2;
    map.setAttribute("viewBox", [left, top, wide, tall].join(" "));
    for (const [spot, radius] of marks) spot.setAttribute("r", radius / closer);
  };
  const by = (factor) => { closer = Math.min(Math.max(closer * factor, 1), CLOSEST); draw(); };
  const go = (right, down) => { x += right * whole[2] * STEP / closer; y += down * whole[3] * STEP / closer; draw(); };
  const tools = document.createElement("p");
  tools.className = "tools";
  for (const [name, does] of [["Closer", () => by(2)], ["Wider", () => by(0.5)], ["West", () => go(-1, 0)], ["East", () => go(1, 0)], ["North", () => go(0, -1)], ["South", () => go(0, 1)]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.addEventListener("click", does);
    tools.append(button);
  }
  map.after(tools);
}

function network(drawing) {
  const light = (event, on) => {
    const one = event.target.closest?.("[data-node]")?.dataset.node;
    if (one === undefined) return;
    drawing.classList.toggle("chosen", on);
    for (const tie of drawing.querySelectorAll(".tie")) tie.classList.toggle("lit-tie", on && tie.dataset.ends.split(" ").includes(one));
  };
  const whole = drawing.closest("section") ?? drawing;
  for (const name of ["pointerover", "focusin"]) whole.addEventListener(name, (event) => light(event, true));
  for (const name of ["pointerout", "focusout"]) whole.addEventListener(name, (event) => light(event, false));
}

document.querySelectorAll("svg[data-brush]").forEach(brush);
document.querySelectorAll(".map svg").forEach(zoom);
document.querySelectorAll(".network svg").forEach(network);
