import { limits } from './limits.ts';
import type {
  Named,
  QuickAddContext,
  QuickAddToken,
  QuickAddValue,
  TextRange,
} from './quick-add-token.ts';
import { isOverlapping, isWordEdge, type Word } from './quick-add-words.ts';
import { readEstimate } from './read-estimate.ts';

const priorities = ['urgent', 'high', 'medium', 'low'] as const;

/** Letters, digits and emoji of any script; a name has at least one that is no digit. */
const labelName =
  /^[\p{L}\p{N}_\p{Extended_Pictographic}][\p{L}\p{M}\p{N}_\-\u200D\p{Extended_Pictographic}]*/u;

/**
 * The token that a sign begins at a word: `!1`, `p1`, `~30m`, `#label`, `/project`, `/project/section`, `+project`,
 * `@person`. Projects and people are known by their names; a label may be new.
 */
export function findSignToken(of: {
  text: string;
  words: readonly Word[];
  index: number;
  context: QuickAddContext;
  refused: readonly TextRange[];
}): QuickAddToken | undefined {
  const word = of.words[of.index];
  if (word === undefined) return undefined;
  const found = readSign(of.text, word, of.context);
  if (found === undefined) return undefined;
  const range = { start: word.start, end: found.end };
  return isOverlapping(range, of.refused) ? undefined : { ...range, ...found.value };
}

interface Found {
  end: number;
  value: QuickAddValue;
}

function readSign(text: string, word: Word, context: QuickAddContext): Found | undefined {
  const { start, end, lower } = word;
  switch (lower.charAt(0)) {
    case '!':
    case 'p': {
      const priority = readPriority(lower);
      return priority && { end, value: { kind: 'priority', priority } };
    }
    case '~': {
      const minutes = readEstimate(lower.slice(1));
      return minutes === undefined ? undefined : { end, value: { kind: 'estimate', minutes } };
    }
    case '#':
      return readLabel(text, start + 1, context.labels ?? []);
    case '/':
    case '+':
      return readProject(text, start + 1, context);
    case '@': {
      const person = findNamed(text, start + 1, context.people ?? []);
      if (person === undefined) return undefined;
      const { id: userId, name } = person.named;
      return { end: person.end, value: { kind: 'person', userId, name } };
    }
    default:
      return undefined;
  }
}

function readPriority(word: string) {
  const number = /^(?:!|p)([1-4])$/.exec(word)?.[1];
  if (number !== undefined) return priorities[Number(number) - 1];
  return priorities.find((name) => word === `!${name}`);
}

function readLabel(text: string, start: number, labels: readonly Named[]): Found | undefined {
  const known = findNamed(text, start, labels);
  if (known !== undefined) {
    const { id: labelId, name } = known.named;
    return { end: known.end, value: { kind: 'label', labelId, name } };
  }
  const name = labelName.exec(text.slice(start, start + limits.nameMaxLength + 1))?.[0] ?? '';
  const end = start + name.length;
  const isName = name !== '' && name.length <= limits.nameMaxLength && !isNumberOrColor(name);
  if (!isName || !isWordEdge(text, end)) return undefined;
  return { end, value: { kind: 'label', labelId: null, name } };
}

/** "Fix #123" and "paint it #ff0000" name no labels. */
function isNumberOrColor(name: string): boolean {
  return /^[\d_-]*$/.test(name) || /^(?=.*\d)(?:[\da-f]{3}|[\da-f]{6})$/i.test(name);
}

function readProject(text: string, start: number, context: QuickAddContext): Found | undefined {
  const found = findNamed(text, start, context.projects ?? [], '/');
  if (found === undefined) return undefined;
  const { id: projectId, name, sections = [] } = found.named;
  const project: Found = {
    end: found.end,
    value: { kind: 'project', projectId, sectionId: null, name },
  };
  if (text.charAt(found.end) !== '/') return project;
  const section = findNamed(text, found.end + 1, sections);
  if (section === undefined) return undefined;
  const { id: sectionId } = section.named;
  const value = { ...project.value, sectionId, name: `${name}/${section.named.name}` };
  return { end: section.end, value };
}

/** The longest name that stands at a position; "home-office" is also "Home office". */
function findNamed<T extends Named>(
  text: string,
  start: number,
  things: readonly T[],
  otherEdge = '',
): { named: T; end: number } | undefined {
  let best: { named: T; end: number } | undefined;
  const word = /^[^\s/]*/.exec(text.slice(start, start + limits.nameMaxLength))?.[0] ?? '';
  const bare = word.replace(/[.,;:!?)\]}…]+$/u, '');
  for (const named of things) {
    const end = endOfName(text, { start, bare, name: named.name });
    const isWhole = isWordEdge(text, end) || text.charAt(end) === otherEdge;
    if (end > start && end > (best?.end ?? 0) && isWhole) best = { named, end };
  }
  return best;
}

function endOfName(
  text: string,
  { start, bare, name }: { start: number; bare: string; name: string },
): number {
  const end = start + name.length;
  if (text.slice(start, end).toLowerCase() === name.toLowerCase()) return end;
  const joined = name.trim().replace(/\s+/g, '-').toLowerCase();
  return bare !== '' && joined.includes('-') && bare.toLowerCase() === joined
    ? start + bare.length
    : start;
}
