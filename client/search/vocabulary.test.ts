import { describe, expect, it } from 'vitest';
import { bestNumbers } from './best-numbers.ts';
import { createVocabulary } from './vocabulary.ts';

function vocabularyOf(...words: string[]) {
  const vocabulary = createVocabulary();
  for (const word of words) vocabulary.add(word);
  return vocabulary;
}

describe('the words of all texts', () => {
  it('are found by their beginning, in order, also those that come later', () => {
    const vocabulary = vocabularyOf('rent', 'report', 'call', 'rent');
    expect(vocabulary.beginningWith('re')).toEqual(['rent', 'report']);
    for (const word of ['read', 'zebra', 'apple']) vocabulary.add(word);
    expect(vocabulary.beginningWith('re')).toEqual(['read', 'rent', 'report']);
    expect(vocabulary.beginningWith('z')).toEqual(['zebra']);
    expect(vocabulary.beginningWith('rental')).toEqual([]);
  });

  it('are found in spite of one letter more, less or other, or two swapped', () => {
    const vocabulary = vocabularyOf('garden', 'gardens', 'gaden', 'warden', 'gadren', 'harder');
    const near = ['gaden', 'gadren', 'gardens', 'warden'];
    expect(vocabulary.oneSlipFrom('garden')).toEqual(near);
  });
});

describe('the best of many scores', () => {
  it('are as many as asked for, equals in their order, and all above 0 are counted', () => {
    const scores = Float32Array.from([1, 0, 3, 1, 2, 1]);
    expect(bestNumbers(scores, 4)).toEqual({ best: [2, 4, 0, 3], total: 5 });
    expect(bestNumbers(scores, 9).best).toEqual([2, 4, 0, 3, 5]);
    expect(bestNumbers(new Float32Array(3), 4)).toEqual({ best: [], total: 0 });
  });
});
