import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventReader } from '../../../../src-main/connectors/service/event-stream.ts';

const readAll = (pieces: readonly string[]): string[] => {
  const read = createEventReader();
  return pieces.flatMap((piece) => read(piece));
};

describe('a stream of server-sent events', () => {
  it.each([
    ['one event', 'data: a\n\n', ['a']],
    ['no space after the colon', 'data:a\n\n', ['a']],
    ['only one space goes', 'data:  a\n\n', [' a']],
    ['several lines of data', 'data: a\ndata: b\n\n', ['a\nb']],
    ['comments and other fields', ': still here\nid: 7\nevent: x\ndata: a\n\n', ['a']],
    ['carriage returns', 'data: a\r\n\r\ndata: b\r\rdata: c\n\n', ['a', 'b', 'c']],
    ['an event that is not complete', 'data: a\n\ndata: b\n', ['a']],
    ['empty lines', '\n\n\n', []],
  ])('%s', (_, text, events) => {
    expect(readAll([text])).toEqual(events);
  });

  it('gives the same events however the text is cut', () => {
    const line = fc.constantFrom('data: {"a":1}', 'data:b', ': here', 'id: 1', '');
    const text = fc
      .array(fc.tuple(line, fc.constantFrom('\n', '\r\n')))
      .map((lines) => lines.map(([content, end]) => content + end).join(''));
    fc.assert(
      fc.property(text, fc.array(fc.nat(), { maxLength: 8 }), (whole, cuts) => {
        const places = [0, ...cuts.map((cut) => cut % (whole.length + 1)), whole.length].sort((a, b) => a - b);
        const pieces = places.slice(1).map((place, index) => whole.slice(places[index], place));
        expect(readAll(pieces)).toEqual(readAll([whole]));
      }),
      { seed: 7 },
    );
  });

  it('does not keep a line that never ends', () => {
    const read = createEventReader();
    expect(() => {
      for (let piece = 0; piece < 100; piece += 1) read('x'.repeat(1024));
    }).toThrow('does not end');
  });
});
