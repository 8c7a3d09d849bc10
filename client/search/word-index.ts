import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** A place where words stand: one bit each, so that all places of a word are one number. */
export const placeBits = { title: 1, labels: 2, notes: 4, comments: 8 } as const;

/** The texts of one document as words. */
export type PlacedWords = Readonly<Record<keyof typeof placeBits, readonly string[]>>;

/** What fits all words of a question. */
export interface Found {
  /** By number of the document; 0 where a word is missing, else the more the better. */
  scores: Float32Array;
  /** By number of the document: the places of all words that fit. */
  places: Uint8Array;
  /** The words of texts that fit in spite of a slip, with the documents that have them. */
  slips: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

/** Which documents have which words where. Documents are numbers from 0, as small as possible. */
export interface WordIndex {
  add: (document: number, words: PlacedWords) => void;
  /** Takes out what was added; `words` as they were. */
  remove: (document: number, words: PlacedWords) => void;
  find: (words: readonly string[], of: { forgives: boolean; documentCount: number }) => Found;
}

const placeNames = ['title', 'labels', 'notes', 'comments'] as const;
const boost = { title: 5, labels: 3, notes: 1.5, comments: 1 };
/** By bits: what is added up of the places. */
const boostOf = Float32Array.from({ length: 16 }, (_, bits) =>
  placeNames.reduce((sum, name) => sum + ((bits & placeBits[name]) === 0 ? 0 : boost[name]), 0),
);
/** Shorter beginnings fit nearly everything. */
const shortestPrefix = 2;
const shortestFuzzy = 5;
/** What a word counts that only begins so or has a slip, the more the less is missing. */
const prefixWeight = 0.375;
const slipWeight = 0.45;

type Postings = Map<string, Map<number, number>>;

/** A word of the texts that fits a word of the question. */
interface Fitting {
  word: string;
  weight: number;
  isSlip: boolean;
  bitsByDocument: ReadonlyMap<number, number>;
}

/** An empty index. */
export function createWordIndex(): WordIndex {
  const postings: Postings = new Map();
  const vocabulary = createVocabulary();
  return {
    add(document, words) {
      for (const place of placeNames) {
        for (const word of words[place]) {
          const held = postings.get(word) ?? new Map<number, number>();
          held.set(document, (held.get(document) ?? 0) | placeBits[place]);
          postings.set(word, held);
          vocabulary.add(word);
        }
      }
    },
    remove(document, words) {
      for (const word of placeNames.flatMap((place) => words[place])) {
        postings.get(word)?.delete(document);
      }
    },
    find(words, { forgives, documentCount }) {
      const fittings = [...new Set(words)].map((word) =>
        fittingsOf(word, { postings, vocabulary, forgives }),
      );
      return intersect(fittings, documentCount);
    },
  };
}

function fittingsOf(
  word: string,
  of: { postings: Postings; vocabulary: Vocabulary; forgives: boolean },
): readonly Fitting[] {
  const begun = word.length >= shortestPrefix ? of.vocabulary.beginningWith(word) : [word];
  const slips = of.forgives && word.length >= shortestFuzzy ? of.vocabulary.oneSlipFrom(word) : [];
  const fit = (isSlip: boolean) => (other: string) => {
    const bitsByDocument = of.postings.get(other);
    if (bitsByDocument === undefined || bitsByDocument.size === 0) return [];
    return [{ word: other, weight: weightOf(word, other, isSlip), isSlip, bitsByDocument }];
  };
  return [...begun.flatMap(fit(false)), ...slips.flatMap(fit(true))];
}

function weightOf(word: string, other: string, isSlip: boolean): number {
  if (word === other) return 1;
  const missing = Math.abs(other.length - word.length);
  if (isSlip) return (slipWeight * other.length) / (other.length + missing);
  return (prefixWeight * other.length) / (other.length + 0.3 * missing);
}

/** The documents with all words. Nothing is made for a document but numbers: a common word stands in most of them. */
function intersect(fittings: readonly (readonly Fitting[])[], documentCount: number): Found {
  const scores = new Float32Array(documentCount);
  const places = new Uint8Array(documentCount);
  const slips = new Map<string, ReadonlyMap<number, number>>();
  const found = { scores, places, slips };
  if (fittings.some((ofWord) => ofWord.length === 0)) return found;
  for (const [index, ofWord] of fittings.entries()) {
    const best = bestOf(ofWord, found);
    const rareness = Math.log(1 + documentCount / best.count);
    for (let document = 0; document < documentCount; document += 1) {
      const score = best.scores[document] ?? 0;
      const before = scores[document] ?? 0;
      const isIn = score > 0 && (index === 0 || before > 0);
      scores[document] = isIn ? before + rareness * score : 0;
    }
  }
  return found;
}

/** How well each document fits one word of the question; notes the places and slips in `found`. */
function bestOf(
  fittings: readonly Fitting[],
  found: {
    places: Uint8Array;
    slips: Map<string, ReadonlyMap<number, number>>;
    scores: Float32Array;
  },
): { scores: Float32Array; count: number } {
  const scores = new Float32Array(found.scores.length);
  let count = 0;
  for (const { word, weight, isSlip, bitsByDocument } of fittings) {
    if (isSlip) found.slips.set(word, bitsByDocument);
    for (const [document, bits] of bitsByDocument) {
      const before = scores[document] ?? 0;
      const score = weight * (boostOf[bits] ?? 0);
      if (before === 0) count += 1;
      if (score > before) scores[document] = score;
      found.places[document] = (found.places[document] ?? 0) | bits;
    }
  }
  return { scores, count };
}
