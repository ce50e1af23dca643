import { z } from 'zod';
import { deskErrorSchema } from '../errors.ts';
import { idSchema } from '../domain/identifier.ts';

/** For routes that take no parameters, query or body. */
export const nothing = z.object({});

export const portalParams = z.object({
  portalId: z
    .string()
    .max(64)
    .regex(/^[a-z0-9-]+$/u, 'invalid_format'),
});
export const organizationParams = portalParams.extend({ organizationId: idSchema });

/** The body of every answer with a status of 400 and more. */
export const errorAnswer = z.object({ error: deskErrorSchema });
