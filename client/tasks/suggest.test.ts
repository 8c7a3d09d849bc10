import { describe, expect, it } from 'vitest';
import { isComplete, suggestingAt, suggestionsFor } from './suggest.ts';

const things = {
  labels: ['errand', 'On the phone', 'phone calls', 'Über'].map((name) => ({ id: name, name })),
  projects: [{ id: 'flat', name: 'Flat' }],
  people: [{ id: 'ana', name: 'Ana' }],
};
const at = (text: string, asText: { start: number; end: number }[] = []) =>
  suggestingAt(text, { caret: text.length, asText });
const namesFor = (text: string) => {
  const suggesting = at(text);
  return suggesting === undefined
    ? undefined
    : suggestionsFor(suggesting, things).map(({ name, isNew }) => (isNew ? `+${name}` : name));
};

describe('suggested names', () => {
  it.each([
    ['Call #', ['errand', 'On the phone', 'phone calls', 'Über']],
    ['Call #pho', ['phone calls', 'On the phone', '+pho']],
    ['Call #uber', ['Über']],
    ['Call #new', ['+new']],
    ['Call #12', []],
    ['Paint /f', ['Flat', '+f']],
    ['Paint +flat', ['Flat']],
    ['(#err', ['errand', '+err']],
    ['Ask @a', ['Ana']],
    ['Ask @zoe', []],
  ])('behind "%s" are %j', (text, names) => {
    expect(namesFor(text)).toEqual(names);
  });

  it.each(['Call', 'a#b', 'and/or', 'Call #a ', 'x / y'])('none are behind "%s"', (text) => {
    expect(at(text)).toBeUndefined();
  });

  it('what is text has none, nor has a name whose middle the caret is in', () => {
    expect(at('Call #err', [{ start: 5, end: 9 }])).toBeUndefined();
    expect(suggestingAt('Call #errand', { caret: 8, asText: [] })).toBeUndefined();
  });

  it('Enter completes a name that is begun and a new project, not what is whole or a new label', () => {
    const isWhole = (text: string) => {
      const suggesting = at(text);
      return suggesting && isComplete(suggesting, suggestionsFor(suggesting, things));
    };
    expect(['#err', '#errand', '#new', '#', '/flat', '/new', '+new'].map(isWhole)).toEqual([
      false,
      true,
      true,
      false,
      true,
      false,
      false,
    ]);
  });
});
