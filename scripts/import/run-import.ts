import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { importWords } from '#client/i18n/compiled/en/import-words.ts';
import { type ImportEffect, importEffect } from '#shared/import-effect';
import type { ImportContext, ImportPlan, ImportRead } from '#shared/import-plan';
import type { AnyDocument } from '#shared/kind-definition';
import { limits } from '#shared/limits';
import { type ImportAction, planToActions } from '#shared/plan-to-actions';
import { plansWithoutPurged } from '#shared/plans-without-purged';
import { readImportFile } from '#shared/read-import-file';
import { importUndoSettings, undoActions } from '#shared/undo-import';
import {
  createImportDevice,
  importDeviceIdOf,
  type RefusedImport,
  tracesOf,
} from './import-device.ts';
import { failureLine, previewLines } from './preview.ts';
import type { ImportArguments } from './read-arguments.ts';
import type { ServerLink, Snapshot } from './server-link.ts';

const words = importWords;

/** What the command runs with; `ask` resolves to whether to go on. */
export interface ImportRun {
  args: ImportArguments;
  link: ServerLink;
  workspaceId: string;
  /** The action id of this import, or of the one to undo. */
  action: string;
  now: () => number;
  /** The day that "tomorrow" counts from. */
  today: string;
  /** The time zone of this machine. */
  timeZone: string;
  print: (line: string) => void;
  showProgress: (progress: { done: number; total: number }) => void;
  ask: (question: string) => Promise<boolean>;
}

/** Shows what the files would do, asks, and imports. The exit code: 0, or 1 when something was not imported. */
export async function runImport(run: ImportRun): Promise<number> {
  const { args, print, action } = run;
  const snapshot = await takeSnapshot(run);
  const { plans, hasFailed } = await readPlans(run, snapshot);
  const current = (id: string) => snapshot.documents.get(id);
  const findPurged = async () => snapshot.purgedIds;
  const effect = importEffect(await plansWithoutPurged(plans, { current, findPurged }), current);
  const total = effect.creations.length + effect.settings.length;
  for (const line of plans.length > 0 ? previewLines(plans, effect) : []) print(line);
  const hasErrors = hasFailed || plans.some(({ counts }) => counts.errors > 0);
  if (args.isDryRun) return hasErrors ? 1 : 0;
  if (total === 0) {
    if (plans.length > 0) print(words.nothingNew);
    return hasErrors ? 1 : 0;
  }
  const question = words.start({ count: effect.counts.newTasks });
  if (!args.isConfirmed && !(await run.ask(`${question}?`))) {
    print('Nothing was imported. Answer y, or add --yes.');
    return 1;
  }
  print(`Action ${action}`);
  const refused = await commit(run, snapshot, { total, actionsOf: importActions(effect) });
  print(words.done({ count: effect.counts.newTasks }));
  print(`To take it all back: npm run import -- --undo ${action} --email ${args.email}`);
  return hasErrors || refused.length > 0 ? 1 : 0;
}

/** Moves everything that an import made to the trash. The exit code: 0, or 1 when there was nothing to undo. */
export async function runUndo(run: ImportRun): Promise<number> {
  const { args, print } = run;
  const snapshot = await takeSnapshot(run);
  const documents = [...snapshot.documents.values()];
  const ids = tracesOf(importDeviceIdOf(run.action), documents);
  const trashedAt = new Date(run.now()).toISOString();
  const settings = importUndoSettings({ ids, documents, trashedAt });
  if (settings.length === 0) {
    print('Nothing here was made by that import with this command, or it was undone already.');
    return 1;
  }
  print(`${settings.length} documents move to the trash.`);
  if (args.isDryRun) return 0;
  if (!args.isConfirmed && !(await run.ask('Undo the import?'))) {
    print('Nothing was undone. Answer y, or add --yes.');
    return 1;
  }
  const actionsOf: ActionsOf = (context) => undoActions(settings, context);
  const refused = await commit(run, snapshot, { total: settings.length, actionsOf });
  print(words.undone);
  return refused.length > 0 ? 1 : 0;
}

type ActionsOf = (context: Parameters<typeof planToActions>[1]) => Iterable<ImportAction>;

function importActions(effect: ImportEffect): ActionsOf {
  return (context) => planToActions(effect, context);
}

function takeSnapshot({ link, workspaceId, action }: ImportRun): Promise<Snapshot> {
  return link.pullAll({ workspaceId, deviceId: importDeviceIdOf(action) });
}

async function readPlans(run: ImportRun, snapshot: Snapshot) {
  const { workspaceId, today, timeZone } = run;
  const labelIdsByName = labelIds([...snapshot.documents.values()]);
  const plans: ImportPlan[] = [];
  let hasFailed = false;
  for (const file of run.args.files) {
    const read = await readFile(file, { workspaceId, today, timeZone, labelIdsByName });
    if (read.ok) plans.push(read.plan);
    else run.print(failureLine(read.failure));
    hasFailed ||= !read.ok;
  }
  return { plans, hasFailed };
}

/** A file that is far too large is not even read. */
async function readFile(file: string, context: ImportContext): Promise<ImportRead> {
  const fileName = basename(file);
  if (statSync(file).size > limits.importJsonMaxBytes) {
    const failure = { code: 'file_too_large' as const, fileName, line: undefined };
    return { ok: false as const, failure };
  }
  return readImportFile({ fileName, bytes: readFileSync(file), context });
}

function labelIds(documents: readonly AnyDocument[]): ReadonlyMap<string, string> {
  const labels = documents.filter(({ kind, ...fields }) => {
    return kind === 'label' && fields['trashedAt'] === null;
  });
  return new Map(labels.map((label) => [String(label['name']).toLowerCase(), label.id]));
}

async function commit(
  run: ImportRun,
  snapshot: Snapshot,
  of: { total: number; actionsOf: ActionsOf },
): Promise<RefusedImport[]> {
  const { link, workspaceId, action, now, print } = run;
  const device = createImportDevice({ link, workspaceId, action, snapshot, now });
  let done = 0;
  const refused = await device.commit(of.actionsOf(device.context), (changes) => {
    done += changes;
    run.showProgress({ done, total: of.total });
  });
  for (const { n, code, pointer } of refused) {
    print(`The server refused batch ${n} (${code} ${pointer}); nothing of it was changed.`);
  }
  return refused;
}
