import * as z from 'zod/mini';
import { exportFormat } from './export-json.ts';
import {
  completePlan,
  type ImportContext,
  type ImportFailureCode,
  type ImportRead,
} from './import-plan.ts';
import { createImportRows, type ImportRows } from './import-rows.ts';
import { type ImportedDocument, readExportedDocument } from './exported-document.ts';
import { keptCreations } from './imported-document.ts';
import { limits } from './limits.ts';
import type { Creation } from './push-message.ts';

const envelope = z.looseObject({
  format: z.literal(exportFormat.format),
  version: z.number(),
  workspace: z.looseObject({ id: z.string() }),
  documents: z.array(z.unknown()),
});

/**
 * Reads our own export. Into the workspace it came from, documents keep their ids, so what is there stays as it is;
 * into another one, ids and all references to them are derived anew. Server matters (seq, stamps, roles, authors) are
 * never taken from a file. Documents that cannot be read are reported with their position and left out.
 */
export function importJson(of: {
  fileName: string;
  text: string;
  context: ImportContext;
}): ImportRead {
  const { fileName, text, context } = of;
  const fail = (code: ImportFailureCode, line?: number): ImportRead => {
    return { ok: false, failure: { code, fileName, line } };
  };
  const json = readJson(text);
  if (!json.ok) return fail('json_invalid', json.line);
  const file = z.safeParse(envelope, json.value);
  if (!file.success) return fail('format_unknown');
  if (file.data.version !== exportFormat.version) return fail('version_unknown');
  const rows = createImportRows();
  const isSameWorkspace = file.data.workspace.id === context.workspaceId;
  const found = file.data.documents.flatMap((document, at) => {
    const into = { workspaceId: context.workspaceId, isSameWorkspace, line: at + 1, rows };
    return readExportedDocument(document, into) ?? [];
  });
  const kept = keep(found, rows);
  const plan = { source: 'taskflow' as const, fileName, ...kept, rows: rows.rows, leftOut: [] };
  return { ok: true, plan: completePlan(plan) };
}

function keep(found: readonly ImportedDocument[], rows: ImportRows) {
  const creationsOf = (kind: string) => {
    const ofKind = found.filter(({ creation }) => creation.kind === kind);
    return keptCreations(ofKind, rows.fail);
  };
  const [projects, labels] = [creationsOf('project'), creationsOf('label')];
  const tasks = parentsFirst(creationsOf('task'));
  const others = [...creationsOf('comment'), ...creationsOf('saved-filter')];
  const keptIds = new Set([...projects, ...labels, ...tasks, ...others].map(({ id }) => id));
  const settings = found.flatMap(({ settings: own }) => own).filter(({ id }) => keptIds.has(id));
  return { projects, labels, tasks, others, settings };
}

/** Level by level: a subtask created before its parent would not yet have a level that can be judged. */
function parentsFirst(tasks: readonly Creation[]): Creation[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const depthOf = (task: Creation | undefined) => {
    let depth = 0;
    for (let at = task; at !== undefined && depth <= limits.subtaskDepthMax; depth += 1) {
      at = byId.get(String(at.create['parentId']));
    }
    return depth;
  };
  return [...byId.values()].toSorted((a, b) => depthOf(a) - depthOf(b));
}

function readJson(text: string): { ok: true; value: unknown } | { ok: false; line?: number } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    if (position === undefined) return { ok: false };
    return { ok: false, line: text.slice(0, Number(position)).split('\n').length };
  }
}
