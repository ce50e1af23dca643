import { practiceProfileSchema } from '../../src-shared/domain/practice-profile.ts';
import { fail, ok } from '../../src-shared/result.ts';
import type { FakeDesk, FakeWorld, Handlers } from './fake-desk.ts';
import { fixtureNow } from './fixtures.ts';

type Names = Extract<keyof Handlers, `practice.${string}` | `npiRegistry.${string}`>;

export function practiceHandlers(world: FakeWorld, emit: FakeDesk['emit']): Pick<Handlers, Names> {
  return {
    'practice.read': () => ok(world.practice),
    'practice.save': (profile) => {
      world.practice = practiceProfileSchema.parse(profile);
      emit('practice.changed', {});
      return ok({});
    },
    'npiRegistry.state': () => ok({ url: 'https://registry.example/api', allowedSince: world.registryAllowedSince }),
    'npiRegistry.consent': ({ allowed }) => {
      world.registryAllowedSince = allowed ? fixtureNow.toISOString() : null;
      emit('practice.changed', {});
      return ok({});
    },
    'npiRegistry.lookUp': () =>
      world.registryAllowedSince === null
        ? fail({ code: 'consent_missing' })
        : ok({ provider: world.registered, asOf: fixtureNow.toISOString() }),
  };
}
