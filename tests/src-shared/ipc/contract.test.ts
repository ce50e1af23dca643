import { describe, expect, it } from 'vitest';
import { events, procedures } from '../../../src-shared/ipc/contract.ts';

const names = Object.keys(procedures) as (keyof typeof procedures)[];

describe('the contract between window and main process', () => {
  it.each(names)('%s is called noun.verb', (name) => {
    expect(name).toMatch(/^[a-z][a-zA-Z]+\.[a-z][a-zA-Z]+$/u);
  });
  it.each(names)('%s refuses what is not an object, and what it does not know', (name) => {
    for (const hostile of [null, 7, 'x', [], { __unknown: 1 }])
      expect(procedures[name].input.safeParse(hostile).success).toBe(false);
  });
  it('events carry no secrets by name', () => {
    for (const schema of [...names.map((name) => procedures[name].output), ...Object.values(events)]) {
      expect(JSON.stringify(Object.keys('shape' in schema ? (schema.shape as object) : {}))).not.toMatch(
        /token|password/iu,
      );
    }
  });
});
