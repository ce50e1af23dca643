import fc from 'fast-check';

/** Text of any code points, common and odd, paired and lone surrogates among them. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0x7f }),
      fc.integer({ min: 0x80, max: 0x24f }),
      fc.integer({ min: 0x250, max: 0xffff }),
      fc.integer({ min: 0x1_0000, max: 0x10_ffff }),
    ),
    { maxLength: 40 },
  )
  .map((points) => String.fromCodePoint(...points));
