import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { applyChange } from '#shared/apply-change';
import { kindByName } from '#shared/document-kinds';
import { exportCsv } from '#shared/export-csv';
import { exportJson } from '#shared/export-json';
import { importEffect } from '#shared/import-effect';
import type { ImportPlan } from '#shared/import-plan';
import type { AnyDocument } from '#shared/kind-definition';
import { jsonBytes } from '#shared/imported-document';
import { limits } from '#shared/limits';
import { parse } from '#shared/parse';
import { type ImportAction, planToActions } from '#shared/plan-to-actions';
import { batchSchema, isCreation } from '#shared/push-message';
import { readImportFile } from '#shared/read-import-file';
import { formatStamp } from '#shared/stamp';
import { importUndoSettings, undoActions } from '#shared/undo-import';

const home = '3b241101-e2bb-4255-8caf-4136c566a962';
const office = '9b2a2c6e-3d1f-4f6a-8a57-0d8a3a5b9c11';
const alice = '5c1d8a3e-77a0-4a3e-9f54-1f0a0c3f8a77';
const action = '0f8fad5b-d9cb-469f-a165-70867728950e';
const fixture = readFileSync(new URL('../fixtures/todoist-backup.csv', import.meta.url));

async function read(bytes: Uint8Array | string, workspaceId = home): Promise<ImportPlan> {
  const result = await readImportFile({
    fileName: 'Life.csv',
    bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    context: {
      workspaceId,
      today: '2026-11-22',
      timeZone: 'Europe/Berlin',
      labelIdsByName: new Map(),
    },
  });
  if (!result.ok) throw new Error(result.failure.code);
  return result.plan;
}

/** A workspace in memory: batches go in as a server would apply them. */
function createWorkspace(workspaceId: string) {
  const documents = new Map<string, AnyDocument>();
  let ms = 1_790_000_000_000;
  const run = (actions: Iterable<ImportAction>) => {
    for (const { changes } of actions) {
      ms += 1;
      const stamp = formatStamp({ ms, counter: 0, deviceId: 'alicephone' });
      const createdAt = '2026-11-22T08:00:00.000Z';
      for (const change of changes) {
        const context = { workspaceId, userId: alice, stamp, createdAt };
        const applied = applyChange({ document: documents.get(change.id), change, context });
        if (applied.name === 'changed') documents.set(change.id, applied.document);
      }
    }
  };
  const context = {
    action,
    baseOf: (id: string, group: string) => {
      const stamps = documents.get(id)?.stamps;
      return stamps?.[group] ?? stamps?.['*'] ?? null;
    },
  };
  const current = (id: string) => documents.get(id);
  return {
    documents,
    current,
    context,
    run,
    import: (plan: ImportPlan) => run(planToActions(importEffect([plan], current), context)),
    undo: (ids: ReadonlySet<string>) => {
      const trashedAt = '2026-11-22T09:00:00.000Z';
      const traces = { ids, documents: [...documents.values()], trashedAt };
      run(undoActions(importUndoSettings(traces), context));
    },
    shown: () => [...documents.values()].filter((document) => document['trashedAt'] === null),
  };
}

function exportOf(workspace: ReturnType<typeof createWorkspace>, id = home): string {
  const documents = [...workspace.documents.values()];
  return exportJson({
    exportedAt: '2026-11-22T10:00:00.000Z',
    workspace: { id, name: 'Alice' },
    documents,
  });
}

/** What a person sees of a workspace: no ids, no stamps. */
function content(workspace: ReturnType<typeof createWorkspace>) {
  const nameOf = (id: unknown) => {
    const document = workspace.documents.get(String(id));
    return document?.['title'] ?? document?.['name'];
  };
  const rows = [...workspace.documents.values()].map((document) => {
    const { id: _id, workspaceId: _workspace, stamps: _stamps, ...fields } = document;
    const project = workspace.documents.get(String(fields['projectId']));
    return {
      ...fields,
      projectId: nameOf(fields['projectId']),
      parentId: nameOf(fields['parentId']),
      sectionId: Object(project?.['sections'])[String(fields['sectionId'])]?.name,
      labels: Object.keys(Object(fields['labels'])).map(nameOf).map(String).sort(),
      sections: Object.values(Object(fields['sections'])),
    };
  });
  const byName = ([a]: [string, unknown], [b]: [string, unknown]) => a.localeCompare(b);
  return rows.map((row) => JSON.stringify(Object.entries(row).sort(byName))).sort();
}

describe('the Todoist backup that we test with', () => {
  test('the fixture of 300 rows gives exactly these counts', async () => {
    const plan = await read(fixture);
    expect(plan.counts).toEqual({
      projects: 1,
      sections: 12,
      labels: 14,
      tasks: 264,
      subtasks: 126,
      errors: 5,
      notices: 6,
    });
    expect(
      plan.rows.filter(({ level }) => level === 'error').map(({ line, code }) => [line, code]),
    ).toEqual([
      [35, 'too_many_cells'],
      [48, 'priority_invalid'],
      [90, 'type_unknown'],
      [137, 'content_missing'],
      [197, 'indent_invalid'],
    ]);
    expect(plan.projects[0]?.create['name']).toBe('Life');
    const titles = plan.tasks.map(({ create }) => create['title']);
    expect(titles).toContain('=SUM(B2:B9) in the budget sheet counts one row twice');
    expect(titles).toContain('Try the miso soup recipe 味噌汁');
  });
});

describe('a plan as batches', () => {
  test('every batch keeps the limits and its schemas, all carry one action', async () => {
    const long = 'ж'.repeat(49_000);
    const rows = Array.from({ length: 40 }, (_, at) => `task,Task ${at},${long},4,1,,,,,`);
    const header =
      'TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE';
    const many = Array.from({ length: 2_000 }, (_, at) => `task,Small ${at},,4,1,,,,,`);
    const plan = await read([header, ...rows, ...many].join('\n'));
    const workspace = createWorkspace(home);
    const effect = importEffect([plan], workspace.current);
    const actions = [...planToActions(effect, workspace.context)];
    expect(actions.flatMap(({ changes }) => changes)).toHaveLength(2_041);
    for (const { changes } of actions) {
      const stamp = formatStamp({ ms: 0, counter: 0, deviceId: 'alicephone' });
      const batch = { n: Number.MAX_SAFE_INTEGER, v: 1, stamp, action, changes };
      expect(jsonBytes(batch)).toBeLessThanOrEqual(limits.batchMaxBytes);
      expect(parse(batchSchema, batch)).toMatchObject({ ok: true });
      for (const change of changes.filter(isCreation)) {
        const kind = kindByName(change.kind);
        expect(kind && parse(kind.create, change.create)).toMatchObject({ ok: true });
      }
    }
  });

  test('a document that no batch can hold is told, the rest is imported', async () => {
    const notes = '\u0001'.repeat(50_000);
    const plan = await read(`TYPE,CONTENT,DESCRIPTION\ntask,Small,\ntask,Huge,"${notes}"`);
    expect(plan.tasks).toHaveLength(1);
    expect(plan.rows).toMatchObject([{ line: 3, level: 'error', code: 'too_large' }]);
  });
});

describe('importing again', () => {
  test('[R8] the second import makes nothing, and undoing it changes nothing', async () => {
    const workspace = createWorkspace(home);
    workspace.import(await read(fixture));
    const before = content(workspace);
    const effect = importEffect([await read(fixture)], workspace.current);
    expect(effect).toMatchObject({
      creations: [],
      settings: [],
      counts: { newTasks: 0, here: 279 },
    });
    workspace.undo(new Set(effect.creations.map(({ id }) => id)));
    expect(content(workspace)).toEqual(before);
  });

  test('undo of the whole import trashes all of it, and the same file brings it back', async () => {
    const workspace = createWorkspace(home);
    workspace.import(await read(fixture));
    const before = content(workspace);
    workspace.undo(new Set(workspace.documents.keys()));
    expect(workspace.shown()).toEqual([]);
    expect(importEffect([await read(fixture)], workspace.current).counts.back).toBe(279);
    workspace.import(await read(fixture));
    expect(content(workspace)).toEqual(before);
  });

  test('undo keeps a project and a label that something else uses meanwhile', async () => {
    const workspace = createWorkspace(home);
    workspace.import(await read('TYPE,CONTENT\ntask,Rake @garden'));
    const ids = new Set(workspace.documents.keys());
    const plan = await read('TYPE,CONTENT\ntask,Rake @garden\ntask,Sweep @garden');
    workspace.import(plan);
    workspace.undo(ids);
    expect(
      workspace
        .shown()
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['label', 'project', 'task']);
  });

  test('a project that exists gets the sections it lacks', async () => {
    const workspace = createWorkspace(home);
    workspace.import(await read('TYPE,CONTENT\nsection,Beds\ntask,Rake'));
    workspace.import(await read('TYPE,CONTENT\nsection,Beds\ntask,Rake\nsection,Lawn\ntask,Mow'));
    const [project] = [...workspace.documents.values()].filter(({ kind }) => kind === 'project');
    const sections = Object.values(Object(project?.['sections']));
    expect(sections).toMatchObject([{ name: 'Beds' }, { name: 'Lawn' }]);
  });
});

describe('our own export', () => {
  async function filledWorkspace() {
    const workspace = createWorkspace(home);
    workspace.import(await read(fixture));
    const [first] = [...workspace.documents.values()].filter(({ kind }) => kind === 'task');
    workspace.undo(new Set([first?.id ?? '']));
    return workspace;
  }

  test('export and import into an empty workspace give the same content under new ids', async () => {
    const source = await filledWorkspace();
    const copy = createWorkspace(office);
    const plan = await read(exportOf(source), office);
    expect(plan.rows).toEqual([]);
    copy.import(plan);
    expect(content(copy)).toEqual(content(source));
    expect([...copy.documents.keys()].some((id) => source.documents.has(id))).toBe(false);
  });

  test('[R8] into the workspace it came from it keeps all ids and changes nothing', async () => {
    const workspace = await filledWorkspace();
    const text = exportOf(workspace);
    expect(importEffect([await read(text)], workspace.current).settings).toEqual([]);
    workspace.import(await read(text));
    expect(exportOf(workspace)).toBe(text);
    const restored = createWorkspace(home);
    restored.import(await read(text));
    expect(content(restored)).toEqual(content(workspace));
    expect([...restored.documents.keys()].sort()).toEqual([...workspace.documents.keys()].sort());
  });

  test('seqs, stamps, roles and authors of a file are ignored, unknown fields and kinds told', async () => {
    const id = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
    const text = JSON.stringify({
      format: 'taskflow-export',
      version: 1,
      workspace: { id: office },
      documents: [
        {
          kind: 'task',
          id,
          title: 'Kept',
          seq: 99,
          stamps: { '*': 'zzz' },
          createdBy: office,
          mood: 1,
        },
        { kind: 'member', id, userId: alice, role: 'admin', name: 'Mallory' },
        { kind: 'task', id: office, title: '' },
        'nonsense',
      ],
    });
    const plan = await read(text);
    expect(plan.tasks.map(({ create }) => create)).toEqual([{ title: 'Kept' }]);
    expect(plan.rows).toEqual([
      { line: 1, level: 'notice', code: 'unknown_field', detail: 'mood' },
      { line: 2, level: 'notice', code: 'kind_left_out', detail: 'member' },
      { line: 3, level: 'error', code: 'value_invalid', detail: '/title' },
      { line: 4, level: 'error', code: 'document_invalid', detail: '"nonsense"' },
    ]);
  });

  test.each([
    ['{"format":"taskflow-export",\n"version":1,\n oops', 'json_invalid', 3],
    ['{"format":"other"}', 'format_unknown', undefined],
    [
      '{"format":"taskflow-export","version":2,"workspace":{"id":"x"},"documents":[]}',
      'version_unknown',
      undefined,
    ],
  ])('a file that is none is refused: %s', async (text, code, line) => {
    const context = {
      workspaceId: home,
      today: '2026-11-22',
      timeZone: 'Europe/Berlin',
      labelIdsByName: new Map(),
    };
    const bytes = new TextEncoder().encode(text);
    expect(await readImportFile({ fileName: 'x.json', bytes, context })).toEqual({
      ok: false,
      failure: { code, fileName: 'x.json', line },
    });
  });

  test('only the table for spreadsheets guards formulas', async () => {
    const workspace = createWorkspace(home);
    workspace.import(await read('TYPE,CONTENT\ntask,=SUM(A1)\ntask,"Bread, ""sliced"""'));
    const lines = exportCsv([...workspace.documents.values()]).split('\r\n');
    expect(lines[1]).toMatch(/^"?'=SUM\(A1\)"?,/);
    expect(lines[2]?.startsWith('"Bread, ""sliced""",')).toBe(true);
    expect(exportOf(workspace)).toContain('"=SUM(A1)"');
  });
});
