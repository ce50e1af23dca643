/** The mailbox page's style: two panes, light and dark, readable from 320 pixels. */
export const mailboxStyle = `
:root { color-scheme: light dark; --ink: #1c2733; --soft: #52606d; --paper: #fff; --ground: #f2f4f7; --line: #d5dce4;
  --chosen: #e4edf8; --accent: #1f4e8c; --accent-ink: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8edf2; --soft: #a9b6c3; --paper: #1d252e; --ground: #12181f;
  --line: #37434f; --chosen: #24364b; --accent: #8ab8f0; --accent-ink: #0c1a2b; } }
* { box-sizing: border-box; }
html, body { height: 100%; }
body { margin: 0; display: flex; flex-direction: column; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1rem; padding: .75rem 1.25rem;
  border-bottom: 1px solid var(--line); background: var(--paper); }
header .name { font-size: 1.125rem; font-weight: 700; color: inherit; text-decoration: none; }
header p { margin: 0; color: var(--soft); font-size: .875rem; }
.panes { flex: 1; min-height: 0; display: grid; grid-template-columns: minmax(16rem, 22rem) 1fr; }
nav { overflow-y: auto; border-right: 1px solid var(--line); background: var(--paper); }
nav ol { list-style: none; margin: 0; padding: 0; }
nav a { display: grid; gap: .1rem; padding: .7rem 1.25rem; color: inherit; text-decoration: none;
  border-bottom: 1px solid var(--line); border-left: 4px solid transparent; overflow-wrap: anywhere; }
nav a:hover, nav a[aria-current] { background: var(--chosen); }
nav a[aria-current] { border-left-color: var(--accent); }
nav span, nav time { color: var(--soft); font-size: .8125rem; }
main { overflow-y: auto; padding: 1.5rem; }
article { max-width: 44rem; background: var(--paper); border: 1px solid var(--line); border-radius: .75rem;
  padding: 1.5rem 1.75rem; overflow-wrap: anywhere; }
article > p { white-space: pre-line; }
h1 { font-size: 1.375rem; line-height: 1.3; margin: 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 1rem 0 1.5rem; padding-bottom: 1rem;
  border-bottom: 1px solid var(--line); font-size: .9375rem; }
dt { color: var(--soft); } dd { margin: 0; }
p { margin: 0 0 1rem; }
a { color: var(--accent); }
.code { display: flex; flex-wrap: wrap; align-items: center; gap: 1rem; }
.code output { font: 700 2.25rem/1.2 ui-monospace, 'DejaVu Sans Mono', monospace; letter-spacing: .35rem;
  padding: .4rem .9rem; border: 2px solid var(--accent); border-radius: .5rem; user-select: all; }
.action { display: grid; gap: .4rem; justify-items: start; }
.action a, button { font: inherit; font-weight: 600; padding: .6rem 1.1rem; border: 0; border-radius: .4rem;
  background: var(--accent); color: var(--accent-ink); text-decoration: none; cursor: pointer; }
small { color: var(--soft); }
.empty { color: var(--soft); padding: 1.25rem; }
.back { display: none; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: -3px; }
@media (max-width: 44rem) {
  .panes { grid-template-columns: 1fr; } nav { border-right: 0; } main { padding: .75rem; }
  .on-list main, .on-message nav { display: none; } .back { display: inline-block; margin-bottom: 1rem; }
}
`;

/**
 * Tells times as the clock on the wall does, brings the list up to date without losing scroll position or focus, and
 * copies codes.
 */
export const mailboxScript = `
const list = document.getElementById('list');
const clock = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' });
function tellLocalTimes(within) {
  for (const time of within.querySelectorAll('time[datetime]')) time.textContent = clock.format(new Date(time.dateTime));
}
tellLocalTimes(document);
let shown = null;
async function refresh() {
  try {
    const answer = await fetch('/list?selected=' + encodeURIComponent(list.dataset.selected));
    const latest = await answer.text();
    if (answer.ok && shown !== null && latest !== shown) {
      const focused = list.contains(document.activeElement) ? document.activeElement.dataset.id : undefined;
      list.innerHTML = latest;
      tellLocalTimes(list);
      if (focused !== undefined) list.querySelector('[data-id="' + focused + '"]')?.focus({ preventScroll: true });
    }
    if (answer.ok) shown = latest;
  } catch { /* the service is away: what is shown stays */ }
  setTimeout(refresh, 1000);
}
refresh();
document.addEventListener('click', async (event) => {
  const button = event.target.closest?.('[data-copy]');
  if (!button) return;
  getSelection().selectAllChildren(button.previousElementSibling);
  try { await navigator.clipboard.writeText(button.dataset.copy); } catch { document.execCommand('copy'); }
  button.textContent = 'Copied';
});
`;
