import { describe, expect, it } from 'vitest';
import { readCatalogs } from './read-catalogs.ts';
import { renderCatalogs } from './render-catalogs.ts';

const tasks = { add: 'Add task', done: { one: 'Done: {title}' } };

function problems(arabic: object): string {
  const catalogs = { en: { tasks }, ar: { tasks: arabic as typeof tasks } };
  try {
    renderCatalogs(catalogs, ['tasks']);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('a translation', () => {
  it('with the same keys and arguments is fine', () => {
    expect(problems({ add: 'أضف', done: { one: '{title}: تمت' } })).toBe('');
  });

  it.each([
    [{ done: { one: '{title}' } }, 'ar.tasks.add: is missing'],
    [{ add: 'أ', undo: 'ب', done: { one: '{title}' } }, 'ar.tasks.undo: is not in the original'],
    [
      { add: 'أ', done: { one: '{name}' } },
      'ar.tasks.done.one: takes { name: string } instead of { title: string }',
    ],
    [{ add: 'أ', done: { one: 'تم' } }, 'ar.tasks.done.one: takes nothing instead of'],
    [{ add: 'أ', done: 'تم' }, 'ar.tasks.done: is a group in one of the two only'],
    [{ 'a.b': 'أ' }, 'ar/tasks.a.b: is not a key'],
    [{ add: 'أ {', done: { one: '{title}' } }, 'ar/tasks.add: '],
  ])('%j is refused', (arabic, reason) => {
    expect(problems(arabic)).toContain(reason);
  });

  it('that lacks an area is refused', () => {
    expect(() => renderCatalogs({ en: { tasks }, ar: {} }, ['tasks'])).toThrow(
      'ar.tasks: is missing',
    );
  });
});

describe('what is written', () => {
  it('an area of later views gets a hook, one of the start does not', () => {
    const files = renderCatalogs({ en: { tasks, plan: { today: 'Today' } } }, ['tasks']);
    expect(files.has('use-plan-words.ts')).toBe(true);
    expect(files.has('use-tasks-words.ts')).toBe(false);
    expect(files.get('types/tasks-words.ts')).toContain(
      'readonly one: (of: { title: string }) => string;',
    );
    expect(files.get('en/tasks-words.ts')).toContain('one: (of) => `Done: ${text(of.title)}`');
  });

  it('an area of the start that has no catalog is refused', () => {
    expect(() => renderCatalogs({ en: { tasks } }, ['nav'])).toThrow('no catalog for nav');
  });
});

it('every message in Arabic is in Arabic', () => {
  const { catalogs } = readCatalogs('client/i18n/catalogs');
  const found = foreign(catalogs['ar'] ?? {}, '');
  // What is typed to add a task is written in English in every language, as its grammar is.
  expect(found.filter((path) => !path.endsWith('.typed'))).toEqual(['.app.name']);
});

/** Paths of the messages that have words, but not a single Arabic letter. */
function foreign(group: object, path: string): string[] {
  return Object.entries(group).flatMap(([key, value]: [string, unknown]) => {
    const here = `${path}.${key}`;
    if (typeof value === 'object' && value !== null) return foreign(value, here);
    const words = String(value).replaceAll(/\{\w+(?:, number)?\}/g, '');
    return /\p{L}/u.test(words) && !/\p{Script=Arabic}/u.test(words) ? [here] : [];
  });
}
