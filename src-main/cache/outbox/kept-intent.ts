import { intentSchema, type Intent } from '../../../src-shared/domain/command.ts';

/**
 * What was decided, as this version of the app understands it. The words of another version that it does not know are left
 * out for the screens, and sent as they were kept: the portal tells one body from another under the same id.
 */
export function keptIntent(text: string): { readonly shown: Intent; readonly sent: Intent } {
  const kept: unknown = JSON.parse(text);
  const known = intentSchema.safeParse(kept);
  if (known.success) return { shown: known.data, sent: known.data };
  const copy: unknown = structuredClone(kept);
  for (const issue of known.error.issues) {
    if (issue.code !== 'unrecognized_keys') throw known.error;
    const at = issue.path.reduce<unknown>((part, key) => (isRecord(part) ? part[String(key)] : undefined), copy);
    if (isRecord(at)) for (const key of issue.keys) delete at[key];
  }
  return { shown: intentSchema.parse(copy), sent: kept as Intent };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
