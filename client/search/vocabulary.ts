/** The words of all texts, to be found by their beginning or in spite of a slip. */
export interface Vocabulary {
  add: (word: string) => void;
  /** Words that begin so, the whole word too, sorted. May hold words that no text has any more. */
  beginningWith: (beginning: string) => readonly string[];
  /** Words that are one letter more, less or other, or with two neighbours swapped. */
  oneSlipFrom: (word: string) => readonly string[];
}

/** An empty vocabulary. Added words are sorted in when the next one is looked for, since they come by hundreds. */
export function createVocabulary(): Vocabulary {
  const known = new Set<string>();
  let sorted: string[] = [];
  let added: string[] = [];

  function allSorted(): readonly string[] {
    if (added.length > 0) {
      sorted = merged(sorted, added.sort(byCodeUnits));
      added = [];
    }
    return sorted;
  }

  return {
    add(word) {
      if (known.has(word)) return;
      known.add(word);
      added.push(word);
    },
    beginningWith(beginning) {
      const words = allSorted();
      const from = firstNotBefore(words, beginning);
      let to = from;
      while (words[to]?.startsWith(beginning) === true) to += 1;
      return words.slice(from, to);
    },
    oneSlipFrom: (word) => allSorted().filter((other) => isOneSlip(word, other)),
  };
}

function merged(a: readonly string[], b: readonly string[]): string[] {
  const all: string[] = [];
  let at = 0;
  for (const word of b) {
    for (let other = a[at]; other !== undefined && other < word; other = a[at]) {
      all.push(other);
      at += 1;
    }
    all.push(word);
  }
  return [...all, ...a.slice(at)];
}

/** So that what begins alike stands together. */
function byCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function firstNotBefore(words: readonly string[], wanted: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.length !== restB.length) {
    const [shorter, longer] = restA.length < restB.length ? [restA, restB] : [restB, restA];
    return longer.slice(1) === shorter;
  }
  if (restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
