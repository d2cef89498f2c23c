import * as api from "./api.js";
import { draw } from "./chart.js";
import { dialog } from "./ask.js";

const KEPT = 2000;
const SHOWN = 200;
const POLL = 2000;
const $ = (id) => document.getElementById(id);
const make = (name, text, attributes = {}) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};
const percent = (number) => `${number} %`;
const clock = (at) => new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });

const seen = { app: null, status: null, events: [], stop: null };

function ago(at) {
  const seconds = Math.max(0, Math.round((Date.now() - Date.parse(at)) / 1000));
  if (seconds < 90) return `${seconds} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return seconds < 172800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86400)} days`;
}

function badge(id, text, tone) {
  $(id).textContent = text;
  $(id).dataset.tone = tone;
}

function facts(id, pairs) {
  $(id).replaceChildren(...pairs.filter(([, value]) => value !== null && value !== undefined && value !== "")
    .flatMap(([name, value]) => [make("dt", name), make("dd", String(value))]));
}

const TONES = { resting: "good", held: "wait", "rolling-back": "bad", "rollback-failed": "bad" };
const VERDICTS = { PASS: "good", INCONCLUSIVE: "wait", ERROR: "wait", FAIL: "bad", HARD_FAIL: "bad" };

function phaseText({ name, tier, hold, step, steps, resumes }) {
  const words = name.replaceAll("-", " ");
  if (tier) return `${words} on ${tier.toLowerCase()}`;
  if (hold) return `${words}: ${hold.name.replaceAll("-", " ")} (${phaseText(resumes)})`;
  return step ? `${words}, step ${step} of ${steps}` : words;
}

function showHero(status) {
  document.title = `${status.app} · LambdaFlex`;
  $("name").textContent = status.app;
  badge("phase", phaseText(status.phase), TONES[status.phase.name] ?? "wait");
  $("since").textContent = `for ${ago(status.phase.since)}, last look ${ago(status.at)} ago`;
  $("reason").textContent = status.reason;
  const waits = status.backoff.notBefore && Date.parse(status.backoff.notBefore) > Date.now();
  const notes = [
    waits && `${status.backoff.failures} failed in a row; automation waits until ${clock(status.backoff.notBefore)}.`,
    ...status.blind.map((what) => `Could not read ${what}.`),
  ].filter(Boolean);
  $("notes").replaceChildren(...notes.map((note) => make("li", note)));
  const { steps, currentStep } = status.plan;
  $("ladder").replaceChildren(...(currentStep === null ? [] : steps.map((step, i) => make("li", percent(step.fargatePercent), {
    "data-state": i + 1 < currentStep ? "passed" : i + 1 === currentStep ? "current" : "ahead",
    ...(i + 1 === currentStep ? { "aria-current": "step" } : {}),
  }))));
}

function showVerbs(status) {
  const key = status.verbs.join();
  if ($("verbs").dataset.key === `${status.app} ${key}`) return;
  $("verbs").dataset.key = `${status.app} ${key}`;
  $("verbs").replaceChildren(...status.verbs.map((verb) => {
    const danger = verb === "abort" || verb === "promote-full";
    const button = make("button", { start: "Start a migration", "set-weights": "Set weights" }[verb]
      ?? verb.replaceAll("-", " ").replace(/^./, (c) => c.toUpperCase()), danger ? { class: "danger" } : {});
    button.addEventListener("click", () => dialog(verb, seen.status, refresh));
    return button;
  }));
}

function showSplit({ weights }) {
  const { live, wanted } = weights;
  $("lambda-share").textContent = live ? percent(live.lambdaPercent) : "unknown";
  $("fargate-share").textContent = live ? percent(live.fargatePercent) : "unknown";
  $("bar").value = live?.fargatePercent ?? 0;
  $("bar").classList.toggle("unknown", !live);
  const same = live && live.fargatePercent === wanted.fargatePercent;
  $("wanted").textContent = same ? "as wanted" : `wanted: ${percent(wanted.fargatePercent)} on Fargate`;
}

function health(id, { seen: known, answers, failedProbes, status }) {
  if (status === "ABSENT") badge(id, "not built", "");
  else if (!known) badge(id, "cannot be read", "wait");
  else if (answers === null) badge(id, "not probed", "wait");
  else badge(id, answers ? "healthy" : failedProbes > 1 ? `${failedProbes} probes failed` : "probe failed", answers ? "good" : "bad");
}

const served = (window) => window && [
  ["Requests", `${window.requests}, ${window.errors} failed`],
  ["99th percentile", window.p99 && `${window.p99.replace("PT", "").replace("S", " s")}`],
];

function showTiers({ tiers: { lambda, fargate } }) {
  health("lambda-health", lambda);
  facts("lambda-facts", [["Target", lambda.target], ["Concurrency limit", lambda.concurrencyLimit],
    ["Throttled", lambda.throttled ? "yes" : null], ...(served(lambda.served) ?? [])]);
  health("fargate-health", fargate);
  const tasks = fargate.status && fargate.status !== "ABSENT"
    ? `${fargate.healthyTargets} healthy, ${fargate.runningTasks} of ${fargate.desiredTasks} run` : null;
  facts("fargate-facts", [["Status", fargate.status?.toLowerCase().replaceAll("_", " ")], ["Tasks", tasks],
    ["Target", fargate.target], ["Last word", fargate.detail], ...(served(fargate.served) ?? [])]);
}

function showGates({ gates }) {
  badge("verdict", gates.verdict ?? "", VERDICTS[gates.verdict] ?? "");
  $("no-gates").hidden = gates.evidence.length > 0;
  $("gates").hidden = gates.evidence.length === 0;
  $("gates").tBodies[0].replaceChildren(...gates.evidence.map((e) => {
    const row = make("tr");
    const verdict = make("td");
    verdict.append(make("span", e.verdict, { class: "badge", "data-tone": VERDICTS[e.verdict] ?? "" }));
    row.append(make("td", e.gate), make("td", e.tier.toLowerCase()), verdict, make("td", e.sentence),
      make("td", e.samples, { class: "number" }), make("td", e.source));
    return row;
  }));
}

function showHistory() {
  $("no-history").hidden = seen.events.length > 0;
  $("history").replaceChildren(...seen.events.slice(-SHOWN).reverse().map((event) => {
    const line = make("li", undefined, { "data-kind": event.kind });
    line.append(make("time", clock(event.at), { datetime: event.at, title: event.at }),
      make("span", `${event.actor} · ${event.phase}`, { class: "who" }), make("span", event.text, { class: "what" }));
    return line;
  }));
  showChart();
}

function showChart() {
  const shown = draw($("chart"), seen.events, Date.now());
  $("chart-from").textContent = shown ? clock(shown.from) : "";
  $("chart-to").textContent = shown ? "now" : "";
}

function link(state, text) {
  $("link").dataset.state = state;
  $("link").textContent = text;
}

async function refresh() {
  const name = seen.app;
  if (name === null) return;
  const status = await api.app(name);
  if (name !== seen.app) return;
  seen.status = status;
  showHero(status);
  showVerbs(status);
  showSplit(status);
  showTiers(status);
  showGates(status);
  $("main").hidden = false;
}

let drawing = 0;
function happened(event) {
  seen.events.push(event);
  if (seen.events.length > KEPT) seen.events.shift();
  cancelAnimationFrame(drawing);
  drawing = requestAnimationFrame(() => {
    showHistory();
    refresh().catch(lost);
  });
}

function lost(failure) {
  if (failure.name === "AbortError") return;
  link("lost", failure.status === 401 ? "needs the token" : `no connection: ${failure.message}`);
  if (failure.status === 401 && !$("ask").open) dialog("token", null, () => choose(seen.app));
}

async function stream(name, signal) {
  while (!signal.aborted) {
    try {
      await api.follow(name, seen.events.at(-1)?.seq ?? 0, happened, () => link("live", "live"), signal);
    } catch (failure) {
      if (!signal.aborted) lost(failure);
    }
    await new Promise((resume) => setTimeout(resume, POLL));
  }
}

async function choose(name) {
  seen.stop?.abort();
  const stop = new AbortController();
  Object.assign(seen, { app: name, status: null, events: [], stop });
  showHistory();
  await refresh().catch(lost);
  stream(name, stop.signal);
}

async function listApps() {
  const names = (await api.apps()).map((status) => status.app);
  $("empty").hidden = names.length > 0;
  const options = [...$("apps").options].map((option) => option.value);
  if (names.join("\n") !== options.join("\n")) {
    $("apps").replaceChildren(...names.map((name) => make("option", name)));
    const wanted = decodeURIComponent(location.hash.slice(1));
    const name = names.includes(seen.app) ? seen.app : names.includes(wanted) ? wanted : names[0] ?? null;
    $("apps").value = name;
    if (name !== null && name !== seen.app) await choose(name);
  }
}

$("apps").addEventListener("change", () => {
  location.hash = encodeURIComponent($("apps").value);
  choose($("apps").value);
});

let ticks = 0;
async function tick() {
  try {
    if (ticks++ % 5 === 0) await listApps();
    if (seen.app !== null && !document.hidden) {
      await refresh();
      showChart();
      if ($("link").dataset.state === "lost") link("live", "live");
    }
  } catch (failure) {
    lost(failure);
  }
  setTimeout(tick, POLL);
}
tick();
