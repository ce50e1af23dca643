import { ok } from '../../src-shared/result.ts';
import type { FakeWorld, Handlers } from './fake-desk.ts';

type Names = Extract<keyof Handlers, `drafts.${string}` | 'forms.print'>;

export const draftHandlers = (world: FakeWorld): Pick<Handlers, Names> => ({
  'drafts.read': ({ key }) => ok({ draft: world.drafts.get(key) ?? null }),
  'drafts.keep': ({ key, draft }) => {
    world.drafts.set(key, draft);
    return ok({});
  },
  'drafts.discard': ({ key }) => {
    world.drafts.delete(key);
    return ok({});
  },
  'forms.print': () => ok({ saved: '/home/anna/Documents/Review.pdf' }),
});
