import { Input } from '@mantine/core';
import { hasUnassignedEinPrefix, tinSchema } from '../../../src-shared/domain/tin.ts';

/** Warns beside a Tax ID that looks mistyped; nobody is kept from going on. */
export const OddTaxId = ({ answer }: { readonly answer: string }) =>
  isOdd(answer) ? (
    <Input.Description mt={4} role="status">
      No employer has been given a number that starts with {answer.trim().slice(0, 2)}. Compare it with your letter; you
      can go on if it is right.
    </Input.Description>
  ) : null;

/** An SSN says by its dashes that it is none of the IRS's numbers. */
function isOdd(answer: string): boolean {
  const parsed = tinSchema.safeParse(answer);
  return parsed.success && !/^\d{3}-/u.test(answer.trim()) && hasUnassignedEinPrefix(parsed.data);
}
