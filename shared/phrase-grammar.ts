/** What stands in a phrase, and how it is said in English; `$1` as in `String.replace`. */
export type PhraseRule = readonly [RegExp, string | ((...found: string[]) => string)];

/**
 * How a language says dates, times, rhythms and reminders: a table, by which its phrases become English ones for the
 * one reader there is. What no rule knows stays as it is, so that the reader refuses it.
 */
export interface PhraseTable {
  /** One way to write what is written in several: marks dropped, digits from 0 to 9, lower case. */
  fold: (text: string) => string;
  /** A letter or digit of its own: without one a phrase is not in this language. */
  letters: RegExp;
  /** A folded word that a phrase may begin with. */
  begins: RegExp;
  /** A folded word that a phrase may end with. */
  ends: RegExp;
  /** Whether a folded phrase, with a space on either side, is about a rhythm. */
  isRhythm: RegExp;
  /** Each on what those before it left, on the phrase with a space on either side. */
  rules: {
    first: readonly PhraseRule[];
    rhythm: readonly PhraseRule[];
    day: readonly PhraseRule[];
  };
  /** Places where a phrase is something else, as `word before|phrase|word behind`, all folded. */
  refuses: readonly RegExp[];
}

/** A phrase where it stands; words beside it are empty at the ends of the line and behind punctuation. */
export interface PhrasePlace {
  before: string;
  phrase: string;
  after: string;
}

/** A language in which dates and rhythms may be written beside English. */
export interface PhraseGrammar {
  /** Whether a text has letters of the language. */
  isWritten: (text: string) => boolean;
  /** Whether a phrase may begin with a word, in lower case. */
  isBegin: (word: string) => boolean;
  /** Whether a phrase may end with a word, in lower case. */
  isEnd: (word: string) => boolean;
  /** Whether a phrase is none where it stands. */
  isRefused: (place: PhrasePlace) => boolean;
  /** A phrase in English as far as the language is known, with single spaces. */
  inEnglish: (phrase: string) => string;
}

/** The grammar that a table holds. */
export function createGrammar(table: PhraseTable): PhraseGrammar {
  const { fold, letters, begins, ends, refuses } = table;
  return {
    isWritten: (text) => letters.test(text),
    isBegin: (word) => begins.test(fold(word)),
    isEnd: (word) => ends.test(fold(word)),
    isRefused: ({ before, phrase, after }) => {
      const place = `${fold(before)}|${fold(phrase)}|${fold(after)}`;
      return refuses.some((pattern) => pattern.test(place));
    },
    inEnglish: (phrase) => sayInEnglish(phrase, table),
  };
}

/** A rule for whole words: `pattern` stands between spaces or before a comma, at every place. */
export function wordRule(pattern: string, to: PhraseRule[1]): PhraseRule {
  const whole = new RegExp(` (?:${pattern})(?=[ ,])`, 'g');
  if (typeof to === 'string') return [whole, ` ${to}`];
  return [whole, (...found: string[]) => ` ${to(...found)}`];
}

function sayInEnglish(phrase: string, { fold, isRhythm, rules }: PhraseTable): string {
  const folded = ` ${fold(phrase)} `.replace(/\s+/gu, ' ');
  const more = isRhythm.test(folded) ? rules.rhythm : rules.day;
  const said = [...rules.first, ...more].reduce(
    // Both forms of `replace` are the same call, which TypeScript takes apart.
    (text, [pattern, to]) =>
      typeof to === 'string' ? text.replace(pattern, to) : text.replace(pattern, to),
    folded,
  );
  return said.trim().replace(/\s+/g, ' ');
}
