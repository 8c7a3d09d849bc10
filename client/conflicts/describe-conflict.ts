import type { ConflictsWords } from '#client/i18n/compiled/types/conflicts-words.ts';
import type { Conflict } from '#shared/conflict';
import type { AnyDocument } from '#shared/kind-definition';

/** A conflict in words: which thing, which field, what was lost and what stands. */
export interface DescribedConflict {
  title: string;
  field: string;
  mine: string;
  kept: string;
}

/** Puts a conflict in words; `document` is what it is about as it is now, if it is there. */
export function describeConflict(
  conflict: Conflict,
  { document, words }: { document: AnyDocument | undefined; words: ConflictsWords },
): DescribedConflict {
  const [group = ''] = conflict.group.split('/');
  const fields: Readonly<Record<string, string>> = { ...words.fields };
  const title = document?.['title'] ?? document?.['name'];
  const names = Object.keys(conflict.value).filter((name) => !quiet.has(name));
  return {
    title: typeof title === 'string' ? title : words.gone,
    field: fields[group] ?? words.fields.other,
    mine: valueWords(conflict.value, names, words.empty),
    kept: document === undefined ? words.empty : valueWords(document, names, words.empty),
  };
}

/** Fields that say nothing to a person. */
const quiet = new Set(['completedAt', 'orderKey', 'timeZone', 'sectionId', 'parentId']);

/** Fields that hold what a person wrote: shown, and copied, to the letter. */
const written = new Set(['title', 'notes', 'name']);

function valueWords(
  value: Record<string, unknown>,
  names: readonly string[],
  empty: string,
): string {
  const parts = names.map((name) => oneValue(name, value[name])).filter((part) => part !== '');
  return parts.length === 0 ? empty : parts.join(' · ');
}

function oneValue(name: string, value: unknown): string {
  if (typeof value === 'string') return written.has(name) ? value : value.replaceAll('_', ' ');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? '✓' : '–';
  if (typeof value === 'object' && value !== null && 'rule' in value) return String(value.rule);
  return '';
}
