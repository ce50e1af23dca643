import { html, Html } from '../pages/page.ts';
import { linksOf } from './smtp-inbox.ts';
import type { StoredMessage } from './stored-message.ts';

export interface MailboxPage {
  readonly messages: readonly StoredMessage[];
  readonly selected: StoredMessage | undefined;
  /** Entitles the page's own style and script to run. */
  readonly nonce: string;
  readonly style: string;
  readonly script: string;
}

/** The list beside the chosen message; on a narrow window one of the two. */
export const mailboxPage = ({ messages, selected, nonce, style, script }: MailboxPage): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${selected === undefined ? 'Mailbox' : `${selected.subject} - Mailbox`}</title>
        <style nonce="${nonce}">
          ${new Html(style)}
        </style>
      </head>
      <body class="${selected === undefined ? 'on-list' : 'on-message'}">
        <header>
          <a href="/" class="name">Mailbox</a>
          <p>Everything that the demonstration would send. It stays on this computer.</p>
        </header>
        <div class="panes">
          <nav aria-label="Messages" id="list" data-selected="${selected?.id ?? ''}">
            ${messageList(messages, selected)}
          </nav>
          <main>${selected === undefined ? noneChosen(messages.length) : messageView(selected)}</main>
        </div>
        <script nonce="${nonce}">
          ${new Html(script)};
        </script>
      </body>
    </html>`.text;

/** The newest first; also answered alone, to refresh the page in place. */
export function messageList(messages: readonly StoredMessage[], selected: StoredMessage | undefined): Html {
  if (messages.length === 0) return html`<p class="empty">No messages yet. They appear here by themselves.</p>`;
  const entries = messages.toReversed().map(
    (message) =>
      html`<li>
        <a
          href="/mail/${message.id}"
          data-id="${message.id}"
          ${message.id === selected?.id ? html`aria-current="page"` : null}
        >
          <strong>${message.subject}</strong>
          <span>${message.to.join(', ')}</span>
          ${moment(message.receivedAt)}
        </a>
      </li>`,
  );
  return html`<ol>
    ${entries}
  </ol>`;
}

const noneChosen = (count: number): Html =>
  html`<p class="empty">${count === 0 ? 'Waiting for the first message.' : 'Choose a message to read it.'}</p>`;

function messageView(message: StoredMessage): Html {
  return html`<article>
    <a href="/" class="back">All messages</a>
    <h1>${message.subject}</h1>
    <dl>
      <dt>From</dt>
      <dd>${message.from}</dd>
      <dt>To</dt>
      <dd>${message.to.join(', ')}</dd>
      <dt>Received</dt>
      <dd>${moment(message.receivedAt)}</dd>
    </dl>
    ${message.text
      .trim()
      .split(/\n{2,}/u)
      .map((block) => blockView(block.trim()))}
  </article>`;
}

/** A passcode stands alone in its block, and so does a link with its label above it. */
function blockView(block: string): Html {
  if (/^\d{6}$/u.test(block)) {
    return html`<p class="code">
      <output aria-label="Passcode">${block}</output><button type="button" data-copy="${block}">Copy</button>
    </p>`;
  }
  const [label, address, ...more] = block.split('\n');
  if (label !== undefined && address !== undefined && more.length === 0 && linksOf(address)[0] === address) {
    return html`<p class="action"><a href="${address}">${label.replace(/:$/u, '')}</a><small>${address}</small></p>`;
  }
  return html`<p>${linked(block)}</p>`;
}

function linked(text: string): readonly Html[] {
  const links = linksOf(text);
  if (links.length === 0) return [html`${text}`];
  let rest = text;
  const parts = links.map((link) => {
    const [before = ''] = rest.split(link);
    rest = rest.slice(before.length + link.length);
    return html`${before}<a href="${link}">${link}</a>`;
  });
  return [...parts, html`${rest}`];
}

/** In UTC until the page's script tells it in local time. */
const moment = (at: string): Html => html`<time datetime="${at}">${at.slice(11, 16)} UTC, ${at.slice(0, 10)}</time>`;
