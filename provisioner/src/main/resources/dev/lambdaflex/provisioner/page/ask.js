// The one dialog: why, and whatever else a verb needs; the token when this tab does not know it yet.
import * as api from "./api.js";

const $ = (id) => document.getElementById(id);

const VERBS = {
  start: { title: "Start a migration", rows: ["tier", "plan", "reason"], ok: "Start" },
  "set-weights": { title: "Set weights by hand", rows: ["share", "hold", "reason"], ok: "Set",
    text: "Automation rests meanwhile. A change that breaks a safety rule is refused." },
  pause: { title: "Pause", rows: ["reason"], ok: "Pause", text: "Nothing moves forward until somebody resumes. What is unsafe still goes back." },
  resume: { title: "Resume", rows: ["reason"], ok: "Resume", text: "Automation goes on." },
  promote: { title: "Promote", rows: ["reason"], ok: "Promote", text: "The present step counts as passed." },
  "promote-full": { title: "Promote all the way?", rows: ["reason"], ok: "Promote all the way", danger: true,
    text: "All steps that are left count as passed: no gate is waited for." },
  "step-back": { title: "Step back", rows: ["reason"], ok: "Step back", text: "The split goes back one step." },
  abort: { title: "Abort this migration?", rows: ["reason"], ok: "Abort", danger: true, text: "Traffic goes back to where it came from." },
  retry: { title: "Retry", rows: ["reason"], ok: "Retry", text: "What failed is tried again now." },
  token: { title: "This needs the token", rows: [], ok: "Use it" },
};
const ROWS = ["tier", "plan", "share", "hold", "reason", "token"];

let submit = async () => {};

function body() {
  const said = {};
  const put = (name, id, change = (text) => text) => {
    const text = $(id).value.trim();
    if (!$(`${id}-row`).hidden && text !== "") said[name] = change(text);
  };
  put("to", "ask-tier");
  put("plan", "ask-plan");
  put("fargatePercent", "ask-share", Number);
  put("hold", "ask-hold");
  put("reason", "ask-reason");
  return said;
}

function send(verb, status) {
  if (verb === "token") return Promise.resolve();
  const said = body();
  if (verb === "start") return api.start(status.app, said);
  if (verb === "set-weights") return api.setWeights(status.app, status.version, said);
  return api.act(status.app, verb, Object.keys(said).length ? said : undefined);
}

export function dialog(verb, status, done) {
  const { title, rows, ok, danger, text = "" } = VERBS[verb];
  const needsToken = api.token.get() === "" || verb === "token";
  for (const row of ROWS) $(`ask-${row}-row`).hidden = row === "token" ? !needsToken : !rows.includes(row);
  $("ask-title").textContent = title;
  $("ask-text").textContent = text;
  $("ask-ok").textContent = ok;
  $("ask-ok").className = danger ? "danger" : "main";
  $("ask-problem").textContent = "";
  for (const field of ["plan", "hold", "reason", "token"]) $(`ask-${field}`).value = "";
  if (status) {
    $("ask-tier").value = status.weights.wanted.fargatePercent === 100 ? "LAMBDA" : "FARGATE";
    $("ask-share").value = status.weights.wanted.fargatePercent;
  }
  submit = async () => {
    if (!$("ask-token-row").hidden && $("ask-token").value.trim() !== "") api.token.set($("ask-token").value.trim());
    await send(verb, status);
    $("ask").close();
    await done();
  };
  $("ask").showModal();
}

$("ask-cancel").addEventListener("click", () => $("ask").close());
$("ask-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  $("ask-ok").disabled = true;
  $("ask-problem").textContent = "";
  try {
    await submit();
  } catch (failure) {
    $("ask-problem").textContent = failure.message;
    if (failure.status === 401) {
      api.token.forget();
      $("ask-token-row").hidden = false;
      $("ask-token").value = "";
    }
  } finally {
    $("ask-ok").disabled = false;
  }
});
