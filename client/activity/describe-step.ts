import type { ActivityWords } from '#client/i18n/compiled/types/activity-words.ts';
import type { RhythmWords } from '#client/i18n/compiled/types/rhythm-words.ts';
import type { Formats } from '#client/i18n/formats.ts';
import type { Messages } from '#client/i18n/messages.ts';
import type { ActivityStep } from './activity-step.ts';
import { describePlace } from './describe-place.ts';
import { describeSchedule } from './describe-schedule.ts';

/** What sentences are made with. Names are undefined for what is not there any more. */
export interface Speaking {
  words: ActivityWords;
  rhythmWords: RhythmWords;
  messages: Messages;
  formats: Formats;
  /** The person of this device. */
  userId: string;
  /** This year, `YYYY`: it need not be said. */
  year: string;
  nameOf: (
    kind: 'member' | 'label' | 'project' | 'section' | 'task',
    id: string,
  ) => string | undefined;
}

/** Who did it, as every sentence takes it. */
export interface Doer {
  by: 'you' | 'other';
  name: string;
}

/** The author that stands in the log for what the server does by its own rules. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** A step in sentences: one for each thing that it changed, at least one. */
export function describeStep(step: ActivityStep, speaking: Speaking): string[] {
  const doer = doerOf(step.userId, speaking);
  const said = sentencesOf(step, doer, speaking);
  return said.length === 0 ? [speaking.words.did.other(doer)] : said;
}

function doerOf(userId: string, { words, userId: you, nameOf }: Speaking): Doer {
  if (userId === you) return { by: 'you', name: '' };
  if (userId === nobody) return { by: 'other', name: words.server };
  return { by: 'other', name: nameOf('member', userId) ?? words.somebody };
}

// oxlint-disable-next-line complexity -- one line for each group of a task
function sentencesOf(step: ActivityStep, doer: Doer, speaking: Speaking): string[] {
  const { did } = speaking.words;
  const [group = '', element = ''] = step.subject.split('/');
  switch (group) {
    case 'created':
      return [did.created(doer)];
    case 'title':
      return [describeTitle(step, doer, speaking)];
    case 'notes':
      return [describeNotes(step, doer, speaking)];
    case 'status':
      return [describeStatus(step, doer, speaking)];
    case 'priority':
      return [describePriority(step, doer, speaking)];
    case 'schedule':
      return describeSchedule(step, doer, speaking);
    case 'place':
      return describePlace(step, doer, speaking);
    case 'estimate': {
      const minutes = step.value['estimateMinutes'];
      const isSet = typeof minutes === 'number';
      return [isSet ? did.estimateSet({ ...doer, minutes }) : did.estimateCleared(doer)];
    }
    case 'reminders': {
      const { reminders } = step.value;
      const count = Array.isArray(reminders) ? reminders.length : 0;
      return [count > 0 ? did.remindersSet({ ...doer, count }) : did.remindersCleared(doer)];
    }
    case 'trash':
      return [step.value['trashedAt'] === null ? did.restored(doer) : did.trashed(doer)];
    case 'label':
      return [describeLabel(step, { ...doer, labelId: element }, speaking)];
    case 'assignee':
      return [describeAssignee(step, { ...doer, assigneeId: element }, speaking)];
    default:
      return [];
  }
}

function describeTitle({ value, was }: ActivityStep, doer: Doer, { words }: Speaking): string {
  const [from, to] = [textOf(was?.['title']), textOf(value['title'])];
  return from === '' ? words.did.titled({ ...doer, to }) : words.did.renamed({ ...doer, from, to });
}

function describeNotes({ value, was }: ActivityStep, doer: Doer, { words }: Speaking): string {
  if (textOf(value['notes']) === '') return words.did.notesCleared(doer);
  return was?.['notes'] === '' ? words.did.notesAdded(doer) : words.did.notesChanged(doer);
}

function describeStatus({ value, was }: ActivityStep, doer: Doer, { words }: Speaking): string {
  const { did } = words;
  switch (value['status']) {
    case 'done':
      return did.completed(doer);
    case 'cancelled':
      return did.cancelled(doer);
    case 'in_progress':
      return did.started(doer);
    case 'todo':
      return was?.['status'] === 'in_progress' ? did.paused(doer) : did.reopened(doer);
    default:
      return did.other(doer);
  }
}

function describePriority(step: ActivityStep, doer: Doer, speaking: Speaking): string {
  const { did } = speaking.words;
  const names: Readonly<Record<string, string>> = speaking.messages.tasks.priorities;
  const nameOf = (value: unknown) => (value === 'none' ? undefined : names[textOf(value)]);
  const [from, to] = [nameOf(step.was?.['priority']), nameOf(step.value['priority'])];
  if (to === undefined) return did.priorityCleared(doer);
  return from === undefined
    ? did.prioritySet({ ...doer, to })
    : did.priorityChanged({ ...doer, from, to });
}

function describeLabel(
  { value }: ActivityStep,
  { labelId, ...doer }: Doer & { labelId: string },
  { words: { did }, nameOf }: Speaking,
): string {
  const to = nameOf('label', labelId);
  if (value['present'] === true) {
    return to === undefined ? did.labelledGone(doer) : did.labelled({ ...doer, to });
  }
  return to === undefined ? did.unlabelledGone(doer) : did.unlabelled({ ...doer, to });
}

function describeAssignee(
  { value }: ActivityStep,
  { assigneeId, ...doer }: Doer & { assigneeId: string },
  { words, userId, nameOf }: Speaking,
): string {
  const { did } = words;
  const isSet = value['present'] === true;
  if (assigneeId === userId) return isSet ? did.assignedYou(doer) : did.unassignedYou(doer);
  const to = nameOf('member', assigneeId) ?? words.somebody;
  return isSet ? did.assigned({ ...doer, to }) : did.unassigned({ ...doer, to });
}

/** A text of a value; empty for anything else. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
