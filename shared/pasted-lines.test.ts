import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { limits } from './limits.ts';
import { readPastedLines } from './pasted-lines.ts';

const read = (text: string) =>
  readPastedLines(text).map(({ text: line, depth, isDone }) => [line, depth, isDone]);

it.each([
  [
    'Milk\nBread',
    [
      ['Milk', 0, false],
      ['Bread', 0, false],
    ],
  ],
  [
    '- Milk\r\n* Bread\r• Eggs',
    [
      ['Milk', 0, false],
      ['Bread', 0, false],
      ['Eggs', 0, false],
    ],
  ],
  [
    '1. Milk\n2) Bread\n10. Eggs',
    [
      ['Milk', 0, false],
      ['Bread', 0, false],
      ['Eggs', 0, false],
    ],
  ],
  [
    '- [ ] Milk\n- [x] Bread\n[X] Eggs',
    [
      ['Milk', 0, false],
      ['Bread', 0, true],
      ['Eggs', 0, true],
    ],
  ],
  [
    '☐ Milk\n☑ Bread\n✅ Eggs',
    [
      ['Milk', 0, false],
      ['Bread', 0, true],
      ['Eggs', 0, true],
    ],
  ],
  [
    'Trip\n  Pack\n    Socks\n  Book',
    [
      ['Trip', 0, false],
      ['Pack', 1, false],
      ['Socks', 2, false],
      ['Book', 1, false],
    ],
  ],
  [
    'Trip\n\tPack\n\t\tSocks\nHome',
    [
      ['Trip', 0, false],
      ['Pack', 1, false],
      ['Socks', 2, false],
      ['Home', 0, false],
    ],
  ],
  [
    '    Trip\n      Pack',
    [
      ['Trip', 0, false],
      ['Pack', 1, false],
    ],
  ],
  ['\n\n  \n-\n- [ ]\nMilk\n', [['Milk', 0, false]]],
  [
    '1984 by Orwell\n-5 degrees',
    [
      ['1984 by Orwell', 0, false],
      ['-5 degrees', 0, false],
    ],
  ],
])('%j is read as its lines', (text, lines) => {
  expect(read(text)).toEqual(lines);
});

it('no line is deeper than tasks can be, nor by more than one than the line above it', () => {
  const line = fc.tuple(fc.nat(30), fc.constantFrom('- ', '* [x] ', '1. ', ''), fc.string());
  fc.assert(
    fc.property(fc.array(line), (parts) => {
      const text = parts.map(([indent, mark, rest]) => ' '.repeat(indent) + mark + rest).join('\n');
      let above = -1;
      for (const { text: content, depth } of readPastedLines(text)) {
        expect(content).not.toBe('');
        expect(depth).toBeLessThanOrEqual(above + 1);
        expect(depth).toBeLessThan(limits.subtaskDepthMax);
        above = depth;
      }
    }),
  );
});
