import { z } from 'zod';
import { momentSchema } from '../domain/identifier.ts';
import { npiSchema } from '../domain/npi.ts';
import { practiceProfileSchema } from '../domain/practice-profile.ts';
import { registeredProviderSchema } from '../domain/registered-provider.ts';
import { defineProcedure, done, nothing } from './procedure.ts';

export const practiceProcedures = {
  'practice.read': defineProcedure({ input: nothing, output: practiceProfileSchema }),
  /** Replaces the whole profile. Problems have paths such as `organizations.0.npi`. */
  'practice.save': defineProcedure({ input: practiceProfileSchema, output: done }),
};

export const npiRegistryProcedures = {
  /** Where look-ups go, and since when they are allowed; null while they are not. */
  'npiRegistry.state': defineProcedure({
    input: nothing,
    output: z.object({ url: z.string(), allowedSince: momentSchema.nullable() }),
  }),
  /** Allows look-ups, which tell the registry the NPI and nothing else, or forbids them again. */
  'npiRegistry.consent': defineProcedure({ input: z.strictObject({ allowed: z.boolean() }), output: done }),
  /**
   * What the registry says of an NPI; `provider` is null where it knows none. Answers are kept for 30 days, `asOf` says
   * when the registry gave this one. `consent_missing` before look-ups were allowed, `registry_unavailable` when the
   * registry cannot be reached or does not answer as it should.
   */
  'npiRegistry.lookUp': defineProcedure({
    input: z.strictObject({ npi: npiSchema }),
    output: z.object({ provider: registeredProviderSchema.nullable(), asOf: momentSchema }),
  }),
};
