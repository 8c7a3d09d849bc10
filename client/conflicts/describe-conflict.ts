import type { ConflictsWords } from '#client/i18n/compiled/types/conflicts-words.ts';
import type { RhythmWords } from '#client/i18n/compiled/types/rhythm-words.ts';
import { describeRhythm } from '#client/i18n/describe-rhythm.ts';
import type { Formats } from '#client/i18n/formats.ts';
import type { Conflict } from '#shared/conflict';

/** A conflict in words: which thing, which field, what was lost and what stands. */
export interface DescribedConflict {
  title: string;
  field: string;
  mine: string;
  kept: string;
}

interface Speaking {
  words: ConflictsWords;
  rhythmWords: RhythmWords;
  formats: Formats;
}

/** Puts a conflict in words; `document` is what it is about as it is now, if it is there. */
export function describeConflict(
  conflict: Pick<Conflict, 'group' | 'value'>,
  { document, ...of }: Speaking & { document: Readonly<Record<string, unknown>> | undefined },
): DescribedConflict {
  const { words } = of;
  const [group = ''] = conflict.group.split('/');
  const fields: Readonly<Record<string, string>> = { ...words.fields };
  const title = document?.['title'] ?? document?.['name'];
  const names = Object.keys(conflict.value).filter((name) => !quiet.has(name));
  return {
    title: typeof title === 'string' ? title : words.gone,
    field: fields[group] ?? words.fields.other,
    mine: valueWords(conflict.value, names, of),
    kept: document === undefined ? words.empty : valueWords(document, names, of),
  };
}

/** Fields that say nothing to a person. */
const quiet = new Set(['completedAt', 'orderKey', 'timeZone', 'sectionId', 'parentId']);

/** Fields that hold what a person wrote: shown, and copied, to the letter. */
const written = new Set(['title', 'notes', 'name']);

function valueWords(
  value: Record<string, unknown>,
  names: readonly string[],
  of: Speaking,
): string {
  const parts = names.map((name) => oneValue(name, value[name], of)).filter((part) => part !== '');
  return parts.length === 0 ? of.words.empty : parts.join(' · ');
}

function oneValue(name: string, value: unknown, of: Speaking): string {
  const { words, formats } = of;
  if (typeof value === 'string') return written.has(name) ? value : codeWord(value, of);
  if (typeof value === 'number') return formats.number(value);
  if (typeof value === 'boolean') return value ? '✓' : '–';
  if (name !== 'recurrence' || value === null) return '';
  return describeRhythm(value, { words: of.rhythmWords, formats }) ?? words.ownRhythm;
}

/** A date, a time, or one of the states and priorities; what this build does not know stays as it is. */
function codeWord(value: string, { words, formats }: Speaking): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value))
    return formats.date(value, { day: 'numeric', month: 'short', year: 'numeric' });
  if (/^\d{2}:\d{2}$/.test(value)) return formats.time(value);
  const known: Readonly<Record<string, string>> = { ...words.values };
  return known[value] ?? value;
}
