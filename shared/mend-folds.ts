/**
 * The same bytes with folds of an iCalendar file moved behind the character that they cut in two: lines are folded at 75
 * bytes, and some programs do not look where a character ends (RFC 5545 §3.1). Lines keep their numbers.
 */
export function mendFolds(bytes: Uint8Array): Uint8Array {
  const mended = new Uint8Array(bytes.length);
  let end = 0;
  let at = 0;
  while (at < bytes.length) {
    const fold = foldLength(bytes, at);
    const next = at + Math.max(1, fold);
    const cut = fold === 0 ? 0 : continuationLength(bytes, next);
    mended.set(bytes.subarray(next, next + cut), end);
    mended.set(bytes.subarray(at, next), end + cut);
    end += next - at + cut;
    at = next + cut;
  }
  return mended;
}

const [lineFeed, carriageReturn, tab, space] = [0x0a, 0x0d, 0x09, 0x20];

/** How many bytes a fold takes that begins here: a line end and one blank. */
function foldLength(bytes: Uint8Array, at: number): number {
  const end = bytes[at] === carriageReturn ? at + 1 : at;
  const blank = bytes[end + 1];
  return bytes[end] === lineFeed && (blank === space || blank === tab) ? end + 2 - at : 0;
}

/** How many bytes from here on go on with a character that began before (`10xxxxxx`, at most three). */
function continuationLength(bytes: Uint8Array, at: number): number {
  let length = 0;
  while (length < 3 && ((bytes[at + length] ?? 0) & 0xc0) === 0x80) length += 1;
  return length;
}
