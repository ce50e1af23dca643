import type { RegisteredProvider } from '../../../src-shared/domain/registered-provider.ts';
import type { Schedule } from '../../schedule.ts';
import { createDeadline } from '../service/deadline.ts';
import type { Fetch } from '../service/portal-client.ts';
import { discard, readJson } from '../service/read-answer.ts';
import { registryAnswerSchema, toRegisteredProvider } from './registry-shape.ts';

/** `unavailable`: not reached in time, or an answer that is not what the registry publishes. */
export type LookUp =
  | { readonly outcome: 'found'; readonly provider: RegisteredProvider }
  | { readonly outcome: 'not-found' }
  | { readonly outcome: 'unavailable' };

/** The public NPI Registry (CMS, NPPES, API version 2.1). */
export interface RegistryClient {
  readonly url: string;
  /** Tells the registry the NPI and nothing else. `npi` has its check digit checked. Never rejects. */
  lookUp(npi: string): Promise<LookUp>;
}

export interface RegistryClientSettings {
  /** Without a slash at its end; as `parsePortalUrl` gives it. */
  readonly url: string;
  readonly fetch: Fetch;
  readonly schedule: Schedule;
}

export const lookUpTimeoutMs = 10_000;
/** One provider weighs a few kilobytes. */
export const maxLookUpBytes = 512 * 1024;

export function createRegistryClient({ url, fetch, schedule }: RegistryClientSettings): RegistryClient {
  return {
    url,
    async lookUp(npi) {
      const deadline = createDeadline(schedule, lookUpTimeoutMs);
      try {
        const response = await fetch(`${url}/?version=2.1&number=${encodeURIComponent(npi)}`, {
          headers: { accept: 'application/json' },
          redirect: 'error',
          credentials: 'omit',
          cache: 'no-store',
          signal: deadline.signal,
        });
        if (response.ok) return await readLookUp(npi, response);
        await discard(response);
        return { outcome: 'unavailable' };
      } catch {
        return { outcome: 'unavailable' };
      } finally {
        deadline.release();
      }
    },
  };
}

async function readLookUp(npi: string, response: Response): Promise<LookUp> {
  const body = await readJson(response, maxLookUpBytes);
  const answer = registryAnswerSchema.safeParse(body.ok ? body.value : null);
  if (!answer.success) return { outcome: 'unavailable' };
  // a number that the registry does not take is one that it does not know
  if ('Errors' in answer.data)
    return isAboutNumber(answer.data.Errors) ? { outcome: 'not-found' } : { outcome: 'unavailable' };
  const found = answer.data.results.find(({ number }) => number === npi);
  if (found !== undefined) return { outcome: 'found', provider: toRegisteredProvider(found) };
  return answer.data.results.length === 0 ? { outcome: 'not-found' } : { outcome: 'unavailable' };
}

const isAboutNumber = (errors: readonly { readonly field?: string | null | undefined }[]): boolean =>
  errors.every(({ field }) => field === 'number');
