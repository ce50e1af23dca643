import { z } from 'zod';

/** What an email says, before it is laid out as text and as HTML. All of it is plain text. */
const letterSchema = z.strictObject({
  /** The portal that writes, and its color. */
  portalName: z.string(),
  color: z.string(),
  subject: z.string(),
  /** The reader's first name. */
  firstName: z.string(),
  paragraphs: z.array(z.string()),
  /** A one-time passcode, set large. */
  code: z.string().optional(),
  action: z.strictObject({ label: z.string(), url: z.url() }).optional(),
  /** Stands below the action or code, smaller. */
  notes: z.array(z.string()).optional(),
});
export type Letter = z.infer<typeof letterSchema>;

/** One email to one person. `followUp` names what has to learn whether it was delivered. */
export const emailMessageSchema = z.strictObject({
  to: z.string(),
  letter: letterSchema,
  followUp: z.strictObject({ kind: z.literal('invitation'), invitationId: z.string() }).optional(),
});
export type EmailMessage = z.infer<typeof emailMessageSchema>;
