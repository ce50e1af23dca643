import { ok } from '../../src-shared/result.ts';
import type { Desk } from './desk.ts';
import type { PracticeHandlers } from './handlers.ts';

export const practiceHandlers = ({ practice }: Desk): PracticeHandlers => ({
  'practice.read': () => ok(practice.read()),
  'practice.save'(profile) {
    practice.save(profile);
    return ok({});
  },
  'npiRegistry.state': () => ok(practice.registryState()),
  'npiRegistry.consent'({ allowed }) {
    practice.allowRegistry(allowed);
    return ok({});
  },
  'npiRegistry.lookUp': ({ npi }) => practice.lookUp(npi),
});
