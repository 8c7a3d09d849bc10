const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/**
 * Whether JSON text nests objects and arrays deeper than `maxDepth`. Counts brackets outside strings in one pass
 * and without recursion, before any parser sees the text: a parser may survive a depth that whatever comes after does not.
 */
export function isDeeperThan(json: Uint8Array, maxDepth: number): boolean {
  let depth = 0;
  for (let index = 0; index < json.length; index += 1) {
    switch (json[index]) {
      case quote:
        index = endOfString(json, index);
        break;
      case openBrace:
      case openBracket:
        depth += 1;
        if (depth > maxDepth) return true;
        break;
      case closeBrace:
      case closeBracket:
        depth -= 1;
        break;
      default:
    }
  }
  return false;
}

/** The index of the quote that closes the string opened at `start`; the end of the text if none does. */
function endOfString(json: Uint8Array, start: number): number {
  let index = start + 1;
  while (index < json.length && json[index] !== quote) {
    index += json[index] === backslash ? 2 : 1;
  }
  return index;
}
