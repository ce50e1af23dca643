import type { OutboxItem } from '../../../src-shared/ipc/people.ts';
import { adviceText, meanwhileText } from '../../../src-renderer/features/outbox/outbox-texts.ts';
import { canDecideAgain } from '../../../src-renderer/features/outbox/outbox-rules.ts';
import { errorText } from '../../../src-renderer/lib/error-texts.ts';
import type { Acceptance, Played } from './play.ts';
import type { Ending } from './conflict-desk.ts';
import { firstAdministrator, secondAdministrator } from './stage.ts';

const [ann, bob] = [firstAdministrator.first_name, secondAdministrator.first_name];

/** Tables of what was played, one for each kind of subject, and below them once each what the second one is shown. */
export function conflictDocument(tables: ReadonlyMap<string, readonly Played[]>): string {
  const notices: string[] = [];
  const numberOf = (notice: string): number => {
    if (!notices.includes(notice)) notices.push(notice);
    return notices.indexOf(notice) + 1;
  };
  const sections = [...tables].map(([title, played]) =>
    [
      `## ${title}`,
      '',
      `| ${ann} decides | ${bob} decides | ${bob} knew | ${ann}’s decision | ${bob}’s decision | in the end | ${bob} is shown |`,
      '|---|---|---|---|---|---|---|',
      ...played.map((row) => line(row, numberOf)),
      '',
    ].join('\n'),
  );
  return [
    ...introduction,
    '',
    ...sections,
    `## What ${bob} is shown`,
    '',
    `Under Needs attention, beside what ${bob} decided and when, and when that happened.`,
    '',
    ...notices.map((notice, place) => `${place + 1}. ${notice}`),
    '',
  ].join('\n');
}

const introduction = [
  '# Two administrators decide about the same',
  '',
  `What comes of it when ${ann} Archer and ${bob} Baker, both administrators of one practice, decide about the same subject, ${ann}’s`,
  `decision being the first to reach the portal. *${bob} knew: no* is a desk that had no network: ${bob} decided on the state before`,
  `${ann}’s decision. *Yes*: ${bob}’s desk had brought it, and ${bob} decided on the state after it. A decision is carried out as`,
  'it was made, or not at all and with the reason on the screen; it is never merged with another.',
  '',
  'This page is written by the test that plays every pair through the service and two desktops:',
  '`npm run torture -- conflicts` writes it, and `npm test` fails where it tells something else than what happens.',
];

function line(played: Played, numberOf: (notice: string) => number): string {
  const { secondEnding } = played;
  const shown =
    secondEnding.status === 'refused' && secondEnding.item !== null
      ? `notice ${numberOf(noticeOf(secondEnding.item))}`
      : '';
  const cells = [
    played.first,
    played.second,
    knowledge(played),
    endingWords(played.firstEnding),
    endingWords(secondEnding),
    played.state,
    shown,
  ];
  return `| ${cells.join(' | ')} |`;
}

function knowledge({ knew, firstEnding }: Played): string {
  if (firstEnding.status !== 'applied') return 'nothing to know';
  return knew ? 'yes' : 'no';
}

function endingWords(ending: Ending | Acceptance): string {
  switch (ending.status) {
    case 'applied':
      return 'carried out';
    case 'link-closed':
      return 'the link no longer serves';
    default:
      return `refused, \`${ending.error.code}\``;
  }
}

/** The words of the screen, without its dates. */
function noticeOf(item: OutboxItem): string {
  const again = canDecideAgain(item);
  const { title, message } = errorText(item.error ?? { code: 'internal' });
  const meanwhile = (meanwhileText(item) ?? message).replaceAll(/ on \w{3} \d{1,2}, \d{4}, \d{1,2}:\d{2} [AP]M/gu, '');
  const offered = again ? '**Decide again** is offered.' : '';
  return `**${title}.** ${meanwhile} ${adviceText(item, again)} ${offered}`.trimEnd();
}
