import Papa from 'papaparse';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImportPlan } from './import-plan.ts';
import { readImportFile } from './read-import-file.ts';

const workspaceId = '3b241101-e2bb-4255-8caf-4136c566a962';
const header =
  'TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE';

async function read(text: string, options: { fileName?: string; workspaceId?: string } = {}) {
  return await readImportFile({
    fileName: options.fileName ?? 'Home [2203306141].csv',
    bytes: new TextEncoder().encode(text),
    context: {
      workspaceId: options.workspaceId ?? workspaceId,
      today: '2026-11-22',
      timeZone: 'Europe/Berlin',
      labelIdsByName: new Map(),
    },
  });
}

async function planOf(text: string): Promise<ImportPlan> {
  const result = await read(text);
  if (!result.ok) throw new Error(result.failure.code);
  return result.plan;
}

/** A backup of the given rows: cells by column, in the order of the header. */
function backup(...rows: string[][]): string {
  return `${header}\r\n${Papa.unparse(rows, { newline: '\r\n' })}\r\n`;
}

function task(content: string, cells: { indent?: number; priority?: number; date?: string } = {}) {
  const { indent = 1, priority = 4, date = '' } = cells;
  const language = date === '' ? '' : 'en';
  return ['task', content, '', String(priority), String(indent), '', '', date, language, ''];
}

describe('a Todoist backup', () => {
  test('[R8] reading it twice gives the same ids, in another workspace other ones', async () => {
    const text = backup(
      task('Water the plants'),
      task('Water the plants'),
      task('Rest', { indent: 2 }),
    );
    const ids = (await planOf(text)).tasks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect((await planOf(text)).tasks.map(({ id }) => id)).toEqual(ids);
    const other = await read(text, { workspaceId: '9b2a2c6e-3d1f-4f6a-8a57-0d8a3a5b9c11' });
    expect(other.ok && other.plan.tasks.some(({ id }) => ids.includes(id))).toBe(false);
  });

  test('[R8] a row added before others leaves their ids alone', async () => {
    const before = await planOf(backup(task('A'), task('B', { indent: 2 })));
    const after = await planOf(
      backup(task('New'), task('A'), task('New', { indent: 2 }), task('B', { indent: 2 })),
    );
    const idsAfter = after.tasks.map(({ id }) => id);
    expect(before.tasks.every(({ id }) => idsAfter.includes(id))).toBe(true);
  });

  test('indents become a tree, labels and priorities fields, comments notes', async () => {
    const plan = await planOf(
      backup(
        ['section', 'Garden', '', '', '', '', '', '', '', ''],
        [
          'task',
          'Buy seeds @shop, soon (ana@example.com)',
          'Tomatoes',
          '1',
          '1',
          '',
          '',
          '',
          '',
          '',
        ],
        ['note', 'Only "Matina"\r\nand beans', '', '', '', '', '', '', '', ''],
        task('Find the list', { indent: 2, priority: 3 }),
      ),
    );
    const [parent, child] = plan.tasks;
    expect(parent?.create).toMatchObject({
      title: 'Buy seeds soon (ana@example.com)',
      notes: 'Tomatoes\n\nOnly "Matina"\nand beans',
      priority: 'urgent',
      projectId: plan.projects[0]?.id,
    });
    expect(plan.labels.map(({ create }) => create['name'])).toEqual(['shop']);
    expect(Object.keys(Object(parent?.create['labels']))).toEqual([plan.labels[0]?.id]);
    expect(child?.create).toMatchObject({ parentId: parent?.id, priority: 'medium' });
    expect(Object.keys(Object(plan.projects[0]?.create['sections']))).toEqual([
      parent?.create['sectionId'],
    ]);
  });

  test('[R8] a seventh level becomes a sibling of the sixth, and the row is told', async () => {
    const plan = await planOf(
      backup(...[1, 2, 3, 4, 5, 6, 7, 8].map((indent) => task(`L${indent}`, { indent }))),
    );
    const parentOf = (title: string) => {
      const found = plan.tasks.find(({ create }) => create['title'] === title);
      return plan.tasks.find(({ id }) => id === found?.create['parentId'])?.create['title'];
    };
    expect(['L1', 'L2', 'L6', 'L7', 'L8'].map(parentOf)).toEqual([
      undefined,
      'L1',
      'L5',
      'L5',
      'L5',
    ]);
    expect(plan.rows.map(({ line, code }) => [line, code])).toEqual([
      [8, 'depth_capped'],
      [9, 'depth_capped'],
    ]);
  });

  test.each([
    ['2026-12-01', { dueDate: '2026-12-01' }],
    ['1 Dec 2026 at 15:00', { dueDate: '2026-12-01', dueTime: '15:00', timeZone: 'Europe/Berlin' }],
    ['Dec 1', { dueDate: '2026-12-01' }],
    ['Nov 1', { dueDate: '2027-11-01' }],
    ['tomorrow', { dueDate: '2026-11-23' }],
    ['sunday', { dueDate: '2026-11-29' }],
    ['every day', { dueDate: '2026-11-22', recurrence: { rule: 'FREQ=DAILY', basis: 'due' } }],
    ['every! 3 days', { recurrence: { rule: 'FREQ=DAILY;INTERVAL=3', basis: 'completion' } }],
  ])('the date %s is understood', async (date, expected) => {
    const cells = ['task', 'Call', '', '4', '1', '', '', date, 'en', 'Europe/Berlin'];
    const plan = await planOf(backup(cells));
    expect(plan.tasks[0]?.create).toMatchObject(expected);
    expect(plan.rows).toEqual([]);
  });

  test.each(['when the leaves fall', '4/12', 'jeden Montag'])(
    'the date %s is kept in the notes and told with its line',
    async (date) => {
      const plan = await planOf(backup(task('Rake'), task('Sweep', { date })));
      expect(plan.tasks[1]?.create['notes']).toBe(`Date in Todoist: ${date}`);
      expect(plan.rows).toEqual([
        { line: 3, level: 'notice', code: 'date_kept_as_text', detail: date },
      ]);
    },
  );

  test('a header without DESCRIPTION, bare line feeds and a settings row are read alike', async () => {
    const plan = await planOf(
      '\ufeffTYPE,CONTENT,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE\n' +
        'meta,view_style=board,,,,,,,\ntask,Post the letter,2,1,,,,,\n\n',
    );
    expect(plan.tasks.map(({ create }) => [create['title'], create['priority']])).toEqual([
      ['Post the letter', 'high'],
    ]);
    expect(plan.rows).toEqual([]);
  });

  test('a comment or subtask of a broken row never joins the task before it', async () => {
    const plan = await planOf(
      backup(
        task('Kept'),
        task('Broken', { priority: 9 }),
        ['note', 'About the broken one'],
        task('Child', { indent: 2 }),
      ),
    );
    expect(plan.rows.map(({ line, code }) => [line, code])).toEqual([
      [3, 'priority_invalid'],
      [4, 'note_without_task'],
      [5, 'indent_jump'],
    ]);
    expect(plan.tasks.map(({ create }) => create['parentId'])).toEqual([undefined, undefined]);
  });

  test('a formula is imported as the text it is', async () => {
    const plan = await planOf(backup(task("=cmd|' /C calc'!A0"), task('@only')));
    expect(plan.tasks.map(({ create }) => create['title'])).toEqual([
      "=cmd|' /C calc'!A0",
      '@only',
    ]);
  });
});

describe('a file that cannot be imported', () => {
  const start = `${header}\r\n`;
  test.each([
    [
      'an unclosed quote',
      `${start}task,Fine,,4,1,,,,,\r\ntask,"Open,,4,1,,,,,\r\ntask,Lost,,4,1`,
      'quote_unclosed',
      3,
    ],
    ['a million columns', `${start}task,${','.repeat(1_000_000)}\r\n`, 'too_many_columns', 2],
    ['no header we know', 'name,due\r\nCall,today\r\n', 'format_unknown', undefined],
    ['nothing in it', '\ufeff \r\n', 'file_empty', undefined],
    ['more than 20 MiB', start + 'x'.repeat(21 * 1024 * 1024), 'file_too_large', undefined],
  ])('%s: nothing is imported, one reason with its line', async (_, text, code, line) => {
    expect(await read(text)).toEqual({
      ok: false,
      failure: { code, fileName: 'Home [2203306141].csv', line },
    });
  });

  test('bytes that are no text in a known encoding are refused', async () => {
    const context = {
      workspaceId,
      today: '2026-11-22',
      timeZone: 'Europe/Berlin',
      labelIdsByName: new Map(),
    };
    const bytes = new Uint8Array([0x54, 0x59, 0xff, 0xc3, 0x28]);
    const result = await readImportFile({ fileName: 'a.csv', bytes, context });
    expect(result).toMatchObject({ ok: false, failure: { code: 'encoding_invalid' } });
  });
});

describe('any text at all', () => {
  const cell = fc.string({ unit: 'binary', maxLength: 30 });
  const type = fc.constantFrom('task', 'task', 'section', 'note', 'meta', 'odd', '');
  const indent = fc.constantFrom('1', '2', '3', '6', '', 'x', '99');

  test('reading never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        await read(text);
        await read(`${header}\n${text}`);
        await read(
          `{"format":"taskflow-export","version":1,"workspace":{"id":"x"},"documents":[${text}]}`,
        );
      }),
    );
  });

  test('quoting survives: every title, description and comment comes back as it was written', async () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'é', '"', ',', '\n', ';', "'", '=', '🌱', ' '),
    });
    const texts = fc.tuple(word, word).map(([a, b]) => [`x${a}x`, `y${b}y`] as const);
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 10 }), async (pairs) => {
        const rows = pairs.map(([title, notes]) => [
          'task',
          title,
          notes,
          '4',
          '1',
          '',
          '',
          '',
          '',
          '',
        ]);
        const { tasks, rows: told } = await planOf(backup(...rows));
        const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
        expect(told).toEqual([]);
        expect(tasks.map(({ create }) => [create['title'], create['notes']])).toEqual(
          pairs.map(([title, notes]) => [oneLine(title), notes]),
        );
      }),
    );
  });

  test('every row is imported, joined to another one, or told with its line', async () => {
    const row = fc.tuple(
      type,
      cell,
      cell,
      fc.constantFrom('1', '4', '', '7'),
      indent,
      cell,
      cell,
      cell,
      cell,
      cell,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
        const result = await read(backup(...rows));
        if (!result.ok) return;
        const { plan } = result;
        const taskRows = rows.filter(([type, content]) => type === 'task' && content.trim() !== '');
        expect(plan.tasks.length).toBeLessThanOrEqual(taskRows.length);
        const errors = plan.rows.filter(({ level }) => level === 'error').length;
        expect(plan.tasks.length + errors).toBeGreaterThanOrEqual(taskRows.length);
      }),
    );
  });
});
