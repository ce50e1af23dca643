import { portals } from '../../src-shared/portals/catalogue.ts';
import type { Answers } from '../../src-shared/portals/answers.ts';
import { ok } from '../../src-shared/result.ts';
import type { Desk } from './desk.ts';
import type { DraftHandlers } from './handlers.ts';

/** What any portal calls secret, whichever wizard the answers come from. */
const secretIds: ReadonlySet<string> = new Set(
  portals
    .flatMap(({ registration, linkAccount }) => [...registration.steps, ...(linkAccount?.steps ?? [])])
    .flatMap((step) => step.fields.flatMap(({ id, secret }) => (secret === true ? [id] : []))),
);

const withoutSecrets = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !secretIds.has(id)));

export const draftHandlers = ({ drafts }: Desk): DraftHandlers => ({
  'drafts.read': ({ key }) => ok({ draft: drafts.find(key) }),
  'drafts.keep'({ key, draft }) {
    drafts.keep(key, { ...draft, answers: withoutSecrets(draft.answers) });
    return ok({});
  },
  'drafts.discard'({ key }) {
    drafts.discard(key);
    return ok({});
  },
});
