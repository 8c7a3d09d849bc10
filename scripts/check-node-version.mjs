// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ operator: string, numbers: number[] }} Comparator */

/**
 * Whether a Node version such as `20.20.2` lies in a range such as `>=20.19 <21 || >=22.12`.
 * Knows only the comparators `>=` and `<`, which is all that package.json uses; anything else throws.
 * @param {string} version
 * @param {string} range
 */
export function isInRange(version, range) {
  const wanted = range.split('||').map((part) => part.trim().split(/\s+/).map(parseComparator));
  return wanted.some((comparators) => comparators.every((one) => accepts(one, version)));
}

/**
 * Ends the process with an instruction unless the running Node satisfies `engines.node` of package.json.
 * @param {string} root
 */
export function checkNodeVersion(root) {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (isInRange(process.versions.node, engines.node)) return;
  console.error(
    `TaskFlow needs Node ${engines.node}, and this is Node ${process.versions.node}.\n` +
      'Install it from https://nodejs.org, or run `nvm install` in this folder.',
  );
  process.exit(1);
}

/**
 * @param {string} text
 * @returns {Comparator}
 */
function parseComparator(text) {
  const match = /^(>=|<)(\d+(?:\.\d+)*)$/.exec(text);
  if (!match?.[1] || !match[2]) throw new Error(`not a comparator this script knows: ${text}`);
  return { operator: match[1], numbers: match[2].split('.').map(Number) };
}

/**
 * @param {Comparator} comparator
 * @param {string} version
 */
function accepts({ operator, numbers }, version) {
  const isBelow = isSmaller(version.split('.').map(Number), numbers);
  return operator === '<' ? isBelow : !isBelow;
}

/**
 * @param {number[]} left
 * @param {number[]} right
 */
function isSmaller(left, right) {
  for (let part = 0; part < 3; part += 1) {
    const difference = (left[part] ?? 0) - (right[part] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
