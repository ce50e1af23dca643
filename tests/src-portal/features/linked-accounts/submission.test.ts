import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submissionOf } from '../../../../src-portal/features/linked-accounts/submission.ts';
import { seededService, type SeededService } from '../../seeded-service.ts';

let service: SeededService;

beforeAll(async () => {
  service = await seededService({ kind: 'empty' });
});
afterAll(() => service.close());

const id = '019cae2b-0000-7000-8000-000000000001';
const hashOf = (scope: string[], answers: Record<string, string | boolean>) =>
  submissionOf(service.context, id, scope, answers).bodyHash;

describe('a submission', () => {
  it('is the same whatever order its answers came in', () => {
    expect(hashOf(['register', 'cca'], { a: '1', b: true })).toBe(hashOf(['register', 'cca'], { b: true, a: '1' }));
  });

  it.each([
    ['another answer', ['register', 'cca'], { a: '2', b: true }],
    ['an answer of another kind', ['register', 'cca'], { a: '1', b: 'true' }],
    ['an answer more', ['register', 'cca'], { a: '1', b: true, c: '' }],
    ['another purpose', ['link', 'cca'], { a: '1', b: true }],
    ['another portal', ['register', 'bcbsma'], { a: '1', b: true }],
    ['another account', ['register', 'cca', 'x'], { a: '1', b: true }],
  ])('is another one with %s', (_case, scope, answers) => {
    expect(hashOf(scope, answers)).not.toBe(hashOf(['register', 'cca'], { a: '1', b: true }));
  });
});
