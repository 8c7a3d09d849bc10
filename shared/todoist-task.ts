import type { ImportRows } from './import-rows.ts';
import { cutText, joinNotes } from './imported-document.ts';
import { limits } from './limits.ts';
import type { Creation } from './push-message.ts';
import type { TaskCreation } from './task.ts';
import type { TodoistTask } from './todoist-row.ts';
import { todoistSchedule } from './todoist-schedule.ts';

/** A task on its way: comments of later rows still join its notes. */
export interface TodoistDraft {
  id: string;
  line: number;
  indent: number;
  notes: string[];
  toCreation: (orderKey: string) => Creation;
}

type Tell = ImportRows['tell'];

const priorities = ['urgent', 'high', 'medium', 'none'] as const;

/** Makes a draft of a task row; whatever TaskFlow has no field for goes into the notes and is told. */
export function todoistTask(of: {
  row: TodoistTask;
  line: number;
  id: string;
  place: { projectId: string; sectionId: string | null; parentId: string | null };
  today: string;
  labelIdOf: (name: string) => string;
  tell: Tell;
}): TodoistDraft {
  const { row, line, id, tell } = of;
  const { title: fullTitle, labelNames } = splitLabels(row.content);
  const title = cutText(fullTitle, limits.titleMaxLength);
  const { schedule, unread } = todoistSchedule(row, of.today);
  if (title !== fullTitle) tell(line, 'title_cut', fullTitle);
  for (const phrase of unread) tell(line, 'date_kept_as_text', phrase);
  if (row.responsible !== '') tell(line, 'responsible_kept_as_text', row.responsible);
  if (labelNames.length > limits.labelsPerTaskMax) tell(line, 'labels_cut', row.content);
  const labelIds = labelNames.slice(0, limits.labelsPerTaskMax).map(of.labelIdOf);
  const fields: TaskCreation = {
    title,
    ...withoutNulls(of.place),
    ...schedule,
    ...(row.priority === 4 ? {} : { priority: priorities[row.priority - 1] ?? 'none' }),
    ...(row.estimateMinutes === null ? {} : { estimateMinutes: row.estimateMinutes }),
    ...(labelIds.length === 0 ? {} : { labels: flagsOf(labelIds) }),
  };
  const notes = [...(title === fullTitle ? [] : [fullTitle]), row.description];
  const kept = keptTexts(row, unread);
  return {
    id,
    line,
    indent: row.indent,
    notes,
    toCreation: (orderKey) => {
      const text = joinNotes([...notes, ...kept]);
      const cut = cutText(text, limits.notesMaxLength);
      if (cut !== text) tell(line, 'notes_cut', title);
      const create = { ...fields, orderKey, ...(cut === '' ? {} : { notes: cut }) };
      return { kind: 'task', id, create };
    },
  };
}

function keptTexts(row: TodoistTask, unreadDates: readonly string[]): string[] {
  const dates = unreadDates.map((phrase) => `Date in Todoist: ${phrase}`);
  return row.responsible === '' ? dates : [...dates, `Responsible in Todoist: ${row.responsible}`];
}

/** A comment as text; an attachment of it becomes its name and address. */
export function todoistNote(content: string): string {
  return content.replace(/\[\[file (\{.*?\})\]\]/gs, (whole, json: string) => {
    const name = /"file_name":\s*"([^"]+)"/.exec(json)?.[1];
    const url = /"file_url":\s*"(https?:[^"]+)"/.exec(json)?.[1];
    return name === undefined || url === undefined ? whole : `${name}: ${url}`;
  });
}

/** "Call the dentist @phone @health" → its title and its labels. An address such as ana@example.com is no label. */
function splitLabels(content: string): { title: string; labelNames: string[] } {
  const labelNames = new Map<string, string>();
  const title = content.replace(/(?<=^|\s)@(\S+)/gu, (mention, word: string) => {
    const name = cutText(word.replace(/[.,;:!?)]+$/, ''), limits.nameMaxLength);
    if (name === '') return mention;
    if (!labelNames.has(name.toLowerCase())) labelNames.set(name.toLowerCase(), name);
    return '';
  });
  const words = title.replace(/\s+/g, ' ').trim();
  return { title: words === '' ? content : words, labelNames: [...labelNames.values()] };
}

function withoutNulls(place: Record<string, string | null>) {
  return Object.fromEntries(Object.entries(place).filter(([, value]) => value !== null));
}

function flagsOf(ids: readonly string[]): Record<string, true> {
  return Object.fromEntries(ids.map((id) => [id, true]));
}
