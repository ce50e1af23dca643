import type { FastifyInstance } from 'fastify';
import { stylesheetPath } from './page.ts';

/** The style of the portal's pages: readable at any width, in light and dark. */
export function stylesheetRoute(app: FastifyInstance): void {
  app.get(stylesheetPath, (_request, reply) =>
    reply
      .headers({ 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=3600' })
      .send(stylesheet),
  );
}

const stylesheet = `
:root { color-scheme: light dark; --ink: #1c2733; --soft: #52606d; --paper: #ffffff; --ground: #f2f4f7; --line: #c5ced8;
  --accent: #1f4e8c; --accent-ink: #ffffff; --bad: #a61b1b; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8edf2; --soft: #a9b6c3; --paper: #1d252e; --ground: #12181f; --line: #465463; --accent: #8ab8f0;
    --accent-ink: #0c1a2b; --bad: #ff9c9c; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: var(--ground); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif; }
header, main { max-width: 34rem; margin: 0 auto; padding: 0 1.25rem; }
header { display: flex; align-items: center; gap: .75rem; padding-top: 2.5rem; padding-bottom: 1rem; }
header .mark { width: .5rem; height: 2.5rem; flex: none; }
header p { margin: 0; display: flex; flex-direction: column; line-height: 1.3; }
header span { color: var(--soft); font-size: .875rem; }
main { background: var(--paper); border: 1px solid var(--line); border-radius: .75rem; padding: 1.75rem 1.75rem 2rem;
  margin-bottom: 3rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .75rem; }
h2 { font-size: 1.0625rem; margin: 1.5rem 0 .5rem; }
p { margin: 0 0 1rem; }
a { color: var(--accent); }
form { display: grid; gap: 1rem; margin-top: 1.25rem; }
label { display: grid; gap: .3rem; font-weight: 600; }
label small, .hint { font-weight: 400; color: var(--soft); font-size: .875rem; }
input:not([type='checkbox']):not([type='radio']) { font: inherit; padding: .6rem .7rem; border: 1px solid var(--line);
  border-radius: .4rem; background: var(--paper); color: inherit; width: 100%; }
input[aria-invalid='true'] { border-color: var(--bad); }
label.check { display: flex; align-items: flex-start; gap: .6rem; font-weight: 400; }
label.check input { margin-top: .3rem; width: 1.1rem; height: 1.1rem; flex: none; }
button { font: inherit; font-weight: 600; padding: .7rem 1.2rem; border: 0; border-radius: .4rem; cursor: pointer;
  background: var(--accent); color: var(--accent-ink); justify-self: start; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
label.choice { display: flex; align-items: flex-start; gap: .6rem; font-weight: 400; }
label.choice input { margin-top: .3rem; width: 1.1rem; height: 1.1rem; flex: none; }
.field { display: grid; gap: .3rem; }
.error, .problem { color: var(--bad); font-weight: 600; font-size: .9375rem; margin: 0; }
.agreement { border: 1px solid var(--line); border-radius: .4rem; padding: .9rem 1rem; max-height: 15rem; overflow: auto; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1rem; margin: 0 0 1rem; }
dt { color: var(--soft); } dd { margin: 0; }
`;
