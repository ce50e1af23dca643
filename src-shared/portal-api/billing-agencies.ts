import { z } from 'zod';
import { agencySearchSchema, listedAgencySchema } from '../domain/billing-agency.ts';
import { defineRoute } from './route.ts';
import { nothing, portalParams } from './shapes.ts';

/** Agencies that one search shows. */
export const mostAgenciesFound = 20;

export const billingAgencyRoutes = {
  findBillingAgencies: defineRoute({
    method: 'GET',
    path: '/portals/:portalId/billing-agencies',
    summary: 'The first twenty billing agencies with this in their name, at portals that have them (D10)',
    auth: 'session',
    params: portalParams,
    query: z.object({ search: agencySearchSchema }),
    body: nothing,
    answer: z.object({ agencies: z.array(listedAgencySchema) }),
    status: 200,
  }),
};
