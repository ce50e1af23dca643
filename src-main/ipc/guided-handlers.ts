import { ok } from '../../src-shared/result.ts';
import type { Desk } from './desk.ts';
import { done, type GuidedHandlers } from './handlers.ts';

export const guidedHandlers = ({ guided: { accounts, steps, people, links, copier } }: Desk): GuidedHandlers => ({
  'guided.register': (input) => accounts.register(input),
  'guided.records': (input) => accounts.records(input),
  'guided.keepNote': (input) => done(accounts.keepNote(input)),
  'guided.deadlines': ({ accountId }) => accounts.deadlines(accountId),
  'guided.addDeadline': (input) => done(accounts.addDeadline(input)),
  'guided.endDeadline': (input) => done(accounts.endDeadline(input)),
  'guided.steps': ({ organizationId }) => steps.list(organizationId),
  'guided.recordStep': ({ commandId, result }) => done(steps.record(commandId, result)),
  'guided.keepPerson': (input) => done(people.keep(input)),
  'guided.keepAgency': (input) => done(links.keepAgency(input)),
  'guided.recordStatus': (input) => done(links.recordStatus(input)),
  'guided.importUsers': (input) => people.importUsers(input),
  async 'guided.copy'({ text, isSecret }) {
    await copier.copy(text, isSecret);
    return ok({});
  },
});
