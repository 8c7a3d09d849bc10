import { describe, expect, it } from 'vitest';
import { parseQuickAdd } from '#shared/quick-add';
import { quickAddFields } from '#shared/quick-add-fields';
import { captureWords as arabicWords } from '#client/i18n/compiled/ar/capture-words.ts';
import { rhythmWords as arabicRhythm } from '#client/i18n/compiled/ar/rhythm-words.ts';
import { start as arabicStart } from '#client/i18n/compiled/ar/start.ts';
import { captureWords } from '#client/i18n/compiled/en/capture-words.ts';
import { rhythmWords } from '#client/i18n/compiled/en/rhythm-words.ts';
import { start } from '#client/i18n/compiled/en/start.ts';
import { describeRhythm } from '#client/i18n/describe-rhythm.ts';
import { createFormats } from '#client/i18n/formats.ts';
import { chipWords } from './chip-words.ts';

/** A Sunday. */
const today = '2026-11-22';
const formats = { en: createFormats('en'), ar: createFormats('ar') };
const english = {
  messages: start,
  words: captureWords,
  formats: formats.en,
  rhythm: (of: unknown) => describeRhythm(of, { words: rhythmWords, formats: formats.en }),
};
const arabic = {
  messages: arabicStart,
  words: arabicWords,
  formats: formats.ar,
  rhythm: (of: unknown) => describeRhythm(of, { words: arabicRhythm, formats: formats.ar }),
};

function chipsOf(text: string, language: typeof english): string[] {
  const context = { today, now: '10:30', timeZone: 'Europe/Berlin' };
  const { tokens } = parseQuickAdd(text, context);
  const fields = quickAddFields(tokens, context);
  return tokens.map((token) => chipWords(token, { text, fields, today, ...language }));
}

describe('words of chips', () => {
  it.each([
    ['Call tomorrow 9am', ['Tomorrow 09:00']],
    ['Call friday', ['Fri 27 Nov']],
    ['Call from monday', ['From Tomorrow']],
    ['Call every 2 fridays 9am', ['every 2 weeks on Friday, from Fri 27 Nov 09:00']],
    ['Call ~1h30', ['1 h 30 min']],
    ['Call ~2h', ['2 h']],
    ['Call ~15m', ['15 min']],
    ['Call tomorrow 9am remind me 2 days before', ['Tomorrow 09:00', '2 days before']],
  ])('%s', (text, chips) => {
    expect(chipsOf(text, english)).toEqual(chips);
  });

  it('in Arabic a duration before has the case that its word asks for', () => {
    const chips = chipsOf('Call tomorrow 9am ~2h remind me 2 days before', arabic);
    expect(chips.slice(1)).toEqual(['2 س', 'قبل يومين']);
  });
});
