import type { PracticeProfile } from '../../src-shared/domain/practice-profile.ts';
import type { ProcedureOutput } from '../../src-shared/ipc/contract.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { Cache } from '../cache/cache.ts';
import type { RegistryClient } from '../connectors/npi-registry/registry-client.ts';

/** The practice's own data on this computer, and what the NPI Registry says about it. */
export interface PracticeService {
  read(): PracticeProfile;
  save(profile: PracticeProfile): void;
  registryState(): ProcedureOutput<'npiRegistry.state'>;
  allowRegistry(allowed: boolean): void;
  /** `consent_missing` before look-ups were allowed; nothing is sent then, and nothing for an answer of the last 30 days. */
  lookUp(npi: string): Promise<Result<ProcedureOutput<'npiRegistry.lookUp'>>>;
}

export interface PracticeSettings {
  readonly cache: Pick<Cache, 'practice' | 'registry' | 'preferences'>;
  readonly registry: RegistryClient;
  readonly now: () => Date;
  readonly onChanged: () => void;
}

/** The registry is brought up to date daily; providers change rarely. */
export const answerLifeMs = 30 * 24 * 60 * 60_000;
const allowedSince = 'npi-registry-allowed-since';

export function createPracticeService({ cache, registry, now, onChanged }: PracticeSettings): PracticeService {
  return {
    read: () => cache.practice.read(),

    save(profile) {
      cache.practice.save(profile);
      onChanged();
    },

    registryState: () => ({ url: registry.url, allowedSince: cache.preferences.get(allowedSince) }),

    allowRegistry(allowed) {
      if (allowed) cache.preferences.set(allowedSince, now().toISOString());
      else cache.preferences.remove(allowedSince);
      onChanged();
    },

    async lookUp(npi) {
      if (cache.preferences.get(allowedSince) === null) return fail({ code: 'consent_missing' });
      const oldest = new Date(now().getTime() - answerLifeMs).toISOString();
      const kept = cache.registry.find(npi);
      if (kept !== null && kept.asOf >= oldest) return ok(kept);
      const asked = await registry.lookUp(npi);
      if (asked.outcome === 'unavailable') return fail({ code: 'registry_unavailable' });
      const answer = { provider: asked.outcome === 'found' ? asked.provider : null, asOf: now().toISOString() };
      cache.registry.keep(npi, answer, oldest);
      return ok(answer);
    },
  };
}
