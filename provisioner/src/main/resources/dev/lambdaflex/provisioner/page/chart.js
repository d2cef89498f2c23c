// Fargate's wanted share over time, as steps: a share lasts until the next event changes it.
const NS = "http://www.w3.org/2000/svg";
const WIDTH = 640;
const HEIGHT = 160;

const element = (name, attributes) => {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

export function draw(svg, events, now) {
  const y = (percent) => HEIGHT - 4 - (percent / 100) * (HEIGHT - 8);
  const grid = [0, 25, 50, 75, 100].map((p) => element("line", { class: "grid", x1: 0, x2: WIDTH, y1: y(p), y2: y(p) }));
  svg.replaceChildren(...grid);
  if (events.length === 0) return null;
  const from = Date.parse(events[0].at);
  const to = Math.max(now, from + 1000);
  const x = (at) => ((Date.parse(at) - from) / (to - from)) * WIDTH;
  let path = `M0 ${y(events[0].before)}`;
  for (const event of events) {
    if (event.before !== event.after || event === events[0]) path += `H${x(event.at).toFixed(1)}V${y(event.after).toFixed(1)}`;
  }
  path += `H${WIDTH}`;
  svg.append(element("path", { class: "area", d: `${path}V${y(0)}H0Z` }), element("path", { class: "line", d: path }));
  return { from, to };
}
