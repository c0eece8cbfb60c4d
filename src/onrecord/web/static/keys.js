// Keys, and the light on the words of a fact. Every page works without this file.
"use strict";
const OFF = "onrecord-keys-off";
const facts = [...document.querySelectorAll(".facts .card")];
const items = [...document.querySelectorAll(".item")];

function off() {
  try { return localStorage.getItem(OFF) === "1"; } catch { return false; }
}

function step(list, by) {
  const at = list.findIndex((one) => one.contains(document.activeElement));
  const next = list[Math.min(Math.max(at + by, 0), list.length - 1)];
  if (!next) return;
  const link = next.querySelector("a[href]");
  if (!link) next.tabIndex = -1;
  (link || next).focus();
  next.scrollIntoView({ block: "nearest" });
}

function cross() {
  const there = cardHere()?.querySelector("a.there");
  if (there) return there.click();
  const link = document.activeElement.closest(".card")?.querySelector("h3 a[href^='#']") || document.activeElement.closest("a[href^='#']");
  const target = link && document.getElementById(link.hash.slice(1));
  if (!target) return;
  location.hash = link.hash;
  (target.matches("a") ? target : target.querySelector("a[href]") || target).focus();
}

function cardHere() {
  return document.activeElement.closest(".facts .card");
}

// In review each fact has a form; on a report's page one form serves all of them.
function decide(verdict) {
  const card = cardHere();
  const own = card?.querySelector(`button[value=${verdict}]`);
  if (own) return own.click();
  const form = document.getElementById("decide");
  const item = itemOf(card);
  if (!form || !item) return;
  const given = { item, verdict, next: itemOf(facts[facts.indexOf(card) + 1]) || "" };
  for (const [name, value] of Object.entries(given)) form.elements.namedItem(name).value = value;
  form.submit();
}

function itemOf(card) {
  const link = card?.querySelector("a.edit");
  return link && new URL(link.href).searchParams.get("id");
}

const keys = {
  a: () => decide("accept"),
  x: () => decide("reject"),
  e: () => cardHere()?.querySelector("a.edit")?.click(),
  m: () => cardHere()?.querySelector(".mark input")?.click(),
  u: () => document.querySelector("form.undo button")?.click(),
  n: () => step(facts, 1),
  p: () => step(facts, -1),
  o: cross,
  j: () => step(items, 1),
  k: () => step(items, -1),
  "/": () => document.getElementById("q-bar").focus(),
  "?": () => { location.href = "/guide#keys"; },
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.matches?.("input, textarea, select");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || off() || !Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});

// A long report is shown to a certain length: what an address points to beyond it stands on the page of the whole.
const whole = document.querySelector("#cut a");
if (whole && location.hash && !document.getElementById(location.hash.slice(1))) location.replace(whole.href + location.hash);

// Reading takes seconds: the button says so, and is not pressed twice.
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button?.dataset.wait) return;
  if (button.getAttribute("aria-disabled")) return event.preventDefault();
  button.setAttribute("aria-disabled", "true");
  button.textContent = button.dataset.wait;
});

function light(event, on) {
  const card = event.target.closest?.(".rail .card[id]");
  if (card) for (const words of document.getElementsByClassName(`c-${card.id}`)) words.classList.toggle("lit", on);
}
for (const name of ["pointerover", "focusin"]) document.addEventListener(name, (event) => light(event, true));
for (const name of ["pointerout", "focusout"]) document.addEventListener(name, (event) => light(event, false));

const toggle = document.getElementById("keys-switch");
if (toggle) {
  const say = () => { toggle.textContent = off() ? "Switch these keys on" : "Switch these keys off"; };
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    try { localStorage.setItem(OFF, off() ? "0" : "1"); } catch { /* a browser that keeps nothing keeps the keys on */ }
    say();
  });
  say();
}
