import { v7 } from 'uuid';

/** Chance that repeats itself: the same name gives the same numbers, on every machine. */
export interface SeededRandom {
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** True in this share of the cases, from 0 to 1. */
  chance(share: number): boolean;
  /** Digits, the first of them not 0. */
  digits(count: number): string;
  /** A UUIDv7 of that moment. */
  id(moment: Date): string;
}

/** Mulberry32 over a FNV-1a hash of the name: plenty for believable data, nothing for secrets. */
export function seededRandom(name: string): SeededRandom {
  let state = 0x811c9dc5;
  for (const character of name) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);

  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[between(0, items.length - 1)];
    if (item === undefined) throw new Error('Nothing to pick from');
    return item;
  };

  return {
    between,
    pick,
    chance: (share) => next() < share,
    digits: (count) => String(between(10 ** (count - 1), 10 ** count - 1)),
    id: (moment) =>
      v7({
        msecs: moment.getTime(),
        seq: between(0, 2 ** 31),
        random: Uint8Array.from({ length: 16 }, () => between(0, 255)),
      }),
  };
}
