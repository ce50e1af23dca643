import { tinSchema } from '../../../src-shared/domain/tin.ts';
import type { Answer } from '../../../src-shared/portals/answers.ts';

/** Those that are typed whole, as digits, each once and in a settled order. */
export function usableTaxIds(answer: Answer | undefined): string[] {
  const typed = typeof answer === 'string' ? [answer] : Array.isArray(answer) ? (answer as readonly string[]) : [];
  const whole = typed.flatMap((taxId) => {
    const parsed = tinSchema.safeParse(taxId);
    return parsed.success ? [parsed.data] : [];
  });
  return [...new Set(whole)].toSorted();
}
