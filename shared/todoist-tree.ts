import type { ImportContext, ImportErrorCode, ImportPlan } from './import-plan.ts';
import { createImportRows, type ImportRows } from './import-rows.ts';
import { cutText, importDeviceId, keptCreations } from './imported-document.ts';
import { limits } from './limits.ts';
import { orderKeysBetween } from './order-key.ts';
import type { ProjectCreation } from './project.ts';
import type { Creation } from './push-message.ts';
import { createTodoistIds, type TodoistIds } from './todoist-ids.ts';
import type { TodoistTask } from './todoist-row.ts';
import { type TodoistDraft, todoistNote, todoistTask } from './todoist-task.ts';

/** What has been read of one backup so far; rows are added in the order of the file. */
export interface TodoistTree {
  projectName: string;
  today: string;
  ids: TodoistIds;
  rows: ImportRows;
  sectionNamesById: Map<string, string>;
  tasks: TodoistDraft[];
  sectionId: string | null;
  /** The last task and its ancestors; a row with a greater indent is a subtask of the last of them. */
  branch: TodoistDraft[];
  /** Whose notes a comment row joins. */
  noteTask: TodoistDraft | undefined;
}

/** A backup of which no row has been read. */
export function createTodoistTree(of: {
  projectName: string;
  context: ImportContext;
}): TodoistTree {
  return {
    projectName: of.projectName,
    today: of.context.today,
    ids: createTodoistIds(of),
    rows: createImportRows(),
    sectionNamesById: new Map(),
    tasks: [],
    sectionId: null,
    branch: [],
    noteTask: undefined,
  };
}

/** Opens a section; beyond the most that a project can have, tasks stand in the project itself. */
export function addSection(tree: TodoistTree, line: number, content: string): void {
  tree.branch = [];
  tree.noteTask = undefined;
  const name = cutText(content, limits.nameMaxLength);
  if (name !== content) tree.rows.tell(line, 'name_cut', content);
  tree.sectionId = null;
  if (tree.sectionNamesById.size >= limits.sectionsPerProjectMax) {
    return tree.rows.tell(line, 'sections_full', content);
  }
  tree.sectionId = tree.ids.sectionId(content);
  tree.sectionNamesById.set(tree.sectionId, name);
}

/** Adds a task under the last one of a smaller indent; beyond the deepest level it becomes a sibling there. */
export function addTask(tree: TodoistTree, line: number, row: TodoistTask): void {
  const { ids, rows, sectionId } = tree;
  const branch = tree.branch.filter((draft) => draft.indent < row.indent);
  if (row.indent > (branch.at(-1)?.indent ?? 0) + 1) rows.tell(line, 'indent_jump', row.content);
  if (branch.length > limits.subtaskDepthMax) rows.tell(line, 'depth_capped', row.content);
  const parentId = branch[Math.min(branch.length, limits.subtaskDepthMax) - 1]?.id ?? null;
  const draft = todoistTask({
    row,
    line,
    id: ids.taskId(parentId ?? sectionId, row.content),
    place: { projectId: ids.projectId, sectionId, parentId },
    today: tree.today,
    labelIdOf: ids.labelId,
    tell: rows.tell,
  });
  tree.tasks.push(draft);
  tree.branch = [...branch, draft];
  tree.noteTask = draft;
}

/** Adds a comment to the notes of the task above it. */
export function addNote(tree: TodoistTree, line: number, content: string): void {
  if (tree.noteTask === undefined) return tree.rows.fail(line, 'note_without_task', content);
  tree.noteTask.notes.push(todoistNote(content));
}

/** Leaves a row out; what hangs below it moves up, and never to the notes or subtasks of the task before it. */
export function skipRow(
  tree: TodoistTree,
  line: number,
  row: { code: ImportErrorCode; detail: string; indent: number },
): void {
  tree.branch = tree.branch.filter((draft) => draft.indent < row.indent);
  tree.noteTask = undefined;
  tree.rows.fail(line, row.code, row.detail);
}

/** The creations of a whole backup. */
export function finishTree(
  tree: TodoistTree,
): Pick<ImportPlan, 'projects' | 'labels' | 'tasks' | 'settings' | 'rows'> {
  const name = cutText(tree.projectName, limits.nameMaxLength);
  const create: ProjectCreation = { name, sections: sectionsOf(tree.sectionNamesById) };
  const taskKeys = orderKeys(tree.tasks.length);
  const tasks = tree.tasks.map((draft, at) => {
    return { line: draft.line, creation: draft.toCreation(taskKeys[at] ?? 'a0') };
  });
  return {
    projects: [{ kind: 'project', id: tree.ids.projectId, create }],
    labels: labelsOf(tree.ids.labelNamesById),
    tasks: keptCreations(tasks, tree.rows.fail),
    settings: [],
    rows: tree.rows.rows,
  };
}

function labelsOf(namesById: ReadonlyMap<string, string>): Creation[] {
  const keys = orderKeys(namesById.size);
  return [...namesById].map(([id, name], at) => {
    return { kind: 'label', id, create: { name, orderKey: keys[at] ?? 'a0' } };
  });
}

function sectionsOf(namesById: ReadonlyMap<string, string>) {
  const keys = orderKeys(namesById.size);
  return Object.fromEntries(
    [...namesById].map(([id, name], at) => [id, { name, orderKey: keys[at] ?? 'a0' }]),
  );
}

function orderKeys(count: number): string[] {
  return orderKeysBetween({ before: null, after: null, deviceId: importDeviceId, count });
}
