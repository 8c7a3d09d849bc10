import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTicks } from './read-markdown.ts';
import { tickMarkdown } from './tick-markdown.ts';

const line = fc.constantFrom(
  '- [ ] milk',
  '- [x] bread',
  '  - [ ] rye',
  '    1. [X] seeds',
  '* [ ] eggs',
  '3) [ ] tea',
  '> - [ ] quoted',
  '```',
  '- plain',
  'text',
  '',
  '        - [ ] code by indent',
  '- [ ]',
  '# Shop',
  '\t- [ ] by a tab',
);
const text = fc
  .array(line, { maxLength: 14 })
  .chain((lines) => fc.constantFrom('\n', '\r\n').map((end) => lines.join(end)));

describe('a tick in the rendered notes', () => {
  it('changes the one character between its brackets', () => {
    expect(tickMarkdown('- [ ] milk\n- [ ] bread', 1)).toBe('- [ ] milk\n- [x] bread');
    expect(tickMarkdown('- [x] milk', 0)).toBe('- [ ] milk');
  });

  it('never hits an example in code that looks the same', () => {
    const notes = '```\n- [ ] milk\n```\n\n- [ ] milk';
    expect(tickMarkdown(notes, 0)).toBe('```\n- [ ] milk\n```\n\n- [x] milk');
  });

  it('changes exactly its own task, whatever else the notes hold', () => {
    fc.assert(
      fc.property(text, fc.nat(12), (notes, index) => {
        const ticks = readTicks(notes);
        const ticked = tickMarkdown(notes, index);
        if (ticks[index] === undefined) return ticked === undefined;
        if (ticked === undefined) return false;
        const expected = ticks.map((tick, at) => (at === index ? !tick : tick));
        return ticked.length === notes.length && readTicks(ticked).join() === expected.join();
      }),
      { numRuns: 500 },
    );
  });
});
