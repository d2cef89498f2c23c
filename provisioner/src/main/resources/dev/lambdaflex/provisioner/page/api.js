// Speaks to the control API. The token stays in this tab and travels in a header only.
const TOKEN = "lambdaflex.token";

export class Refused extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

export const token = {
  get: () => sessionStorage.getItem(TOKEN) ?? "",
  set: (text) => sessionStorage.setItem(TOKEN, text),
  forget: () => sessionStorage.removeItem(TOKEN),
};

const appPath = (app, rest = "") => `/v1/apps/${encodeURIComponent(app)}${rest}`;

async function call(method, path, { body, headers = {}, signal } = {}) {
  const all = { ...headers };
  if (token.get()) all.Authorization = `Bearer ${token.get()}`;
  if (body) all["Content-Type"] = "application/json";
  const response = await fetch(path, { method, headers: all, body: body && JSON.stringify(body), signal });
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Refused(response.status, problem.detail ?? `${response.status} ${response.statusText}`);
  }
  return response;
}

export const apps = async () => (await (await call("GET", "/v1/apps")).json()).apps;
export const app = async (name) => (await call("GET", appPath(name))).json();
export const events = async (name, after) =>
  (await (await call("GET", appPath(name, `/events?after=${after}&limit=1000`))).json()).events;

export const act = (name, verb, body) => call("POST", appPath(name, `/migrations/current/${verb}`), { body });
export const start = (name, body) => call("POST", appPath(name, "/migrations"), { body });
export const setWeights = (name, version, body) =>
  call("PUT", appPath(name, "/weights"), { body, headers: { "If-Match": `"${version}"` } });

// A stream by fetch: EventSource cannot send the token that reads need on other machines.
export async function follow(name, after, onEvent, onOpen, signal) {
  const response = await call("GET", appPath(name, `/events?after=${after}`), {
    headers: { Accept: "text/event-stream" }, signal,
  });
  onOpen();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const data = block.split("\n").find((line) => line.startsWith("data: "));
      if (data) onEvent(JSON.parse(data.slice(6)));
    }
  }
}
