import { describe, expect, it } from 'vitest';
import type { LookUp } from '../../../src-main/connectors/npi-registry/registry-client.ts';
import { answerLifeMs, createPracticeService } from '../../../src-main/practice/practice-service.ts';
import { emptyPracticeProfile } from '../../../src-shared/domain/practice-profile.ts';
import type { RegisteredProvider } from '../../../src-shared/domain/registered-provider.ts';
import { createFakeSchedule } from '../support/fake-schedule.ts';
import { temporaryCache } from '../support/temporary-cache.ts';

const npi = '1234567893';
const provider: RegisteredProvider = {
  npi,
  kind: 'group',
  name: 'Harborview Family Medicine',
  isActive: true,
  addresses: [],
  taxonomies: [],
};

const setUp = () => {
  const cache = temporaryCache();
  const time = createFakeSchedule();
  const asked: string[] = [];
  const registry = { answer: { outcome: 'found', provider } as LookUp };
  let changes = 0;
  const service = createPracticeService({
    cache,
    registry: {
      url: 'https://registry.example/api',
      lookUp(one) {
        asked.push(one);
        return Promise.resolve(registry.answer);
      },
    },
    now: time.now,
    onChanged: () => (changes += 1),
  });
  return { cache, time, asked, registry, service, changes: () => changes };
};

describe('the practice profile', () => {
  it('tells that it was saved', () => {
    const { service, changes } = setUp();
    expect(service.read()).toEqual(emptyPracticeProfile);
    service.save({ people: [], organizations: [] });
    expect(changes()).toBe(1);
  });
});

describe('a look-up', () => {
  it('sends nothing before it was allowed, nor after that was taken back', async () => {
    const { service, asked, time } = setUp();
    expect(await service.lookUp(npi)).toEqual({ ok: false, error: { code: 'consent_missing' } });
    service.allowRegistry(true);
    expect(service.registryState()).toEqual({
      url: 'https://registry.example/api',
      allowedSince: time.now().toISOString(),
    });
    service.allowRegistry(false);
    expect(service.registryState().allowedSince).toBeNull();
    expect(await service.lookUp(npi)).toEqual({ ok: false, error: { code: 'consent_missing' } });
    expect(asked).toEqual([]);
  });

  it('is answered from what is kept for thirty days, with the day of the answer', async () => {
    const { service, asked, time } = setUp();
    service.allowRegistry(true);
    const asOf = time.now().toISOString();
    expect(await service.lookUp(npi)).toEqual({ ok: true, value: { provider, asOf } });
    await time.pass(answerLifeMs);
    expect(await service.lookUp(npi)).toEqual({ ok: true, value: { provider, asOf } });
    expect(asked).toHaveLength(1);
    await time.pass(1);
    expect(await service.lookUp(npi)).toEqual({ ok: true, value: { provider, asOf: time.now().toISOString() } });
    expect(asked).toHaveLength(2);
  });

  it('keeps that an NPI is not known, but not that the registry was away', async () => {
    const { service, asked, registry, time } = setUp();
    service.allowRegistry(true);
    registry.answer = { outcome: 'unavailable' };
    expect(await service.lookUp(npi)).toEqual({ ok: false, error: { code: 'registry_unavailable' } });
    registry.answer = { outcome: 'not-found' };
    const unknown = { ok: true, value: { provider: null, asOf: time.now().toISOString() } };
    expect(await service.lookUp(npi)).toEqual(unknown);
    expect(await service.lookUp(npi)).toEqual(unknown);
    expect(asked).toHaveLength(2);
  });

  it('leaves no answer behind that is older than thirty days', async () => {
    const { service, cache, time } = setUp();
    service.allowRegistry(true);
    await service.lookUp(npi);
    await time.pass(answerLifeMs + 1);
    await service.lookUp('1993999998');
    expect(cache.registry.find(npi)).toBeNull();
  });
});
