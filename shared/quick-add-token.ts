import type { PhraseGrammar } from './phrase-grammar.ts';
import type { Recurrence } from './recurrence.ts';
import type { Task } from './task.ts';

/** A part of a text: UTF-16 positions, `end` exclusive. */
export interface TextRange {
  start: number;
  end: number;
}

/** Something that is called by a name. */
export interface Named {
  id: string;
  name: string;
}

/** A project with the sections that can be named behind it. */
export interface NamedProject extends Named {
  sections?: readonly Named[];
}

/** What reading a line depends on. All of it is handed in, so that the same line means the same everywhere. */
export interface QuickAddContext {
  /** The person's date, `YYYY-MM-DD`. */
  today: string;
  /** The person's wall clock, `HH:MM`; without it "in 2 hours" stays text, and a time alone is taken to be ahead. */
  now?: string | undefined;
  /** The person's zone, in which times of day are meant. */
  timeZone?: string | undefined;
  /** Whether "4/12" is 4 December (true) or 12 April (false); without it such dates stay text. */
  isDayFirst?: boolean | undefined;
  /** Languages beside English in which dates and rhythms are understood. */
  grammars?: readonly PhraseGrammar[];
  projects?: readonly NamedProject[];
  labels?: readonly Named[];
  people?: readonly Named[];
  /** What the person said is text. */
  asText?: readonly TextRange[];
}

/** What words of a line mean. Dates are `YYYY-MM-DD`, times `HH:MM`. */
export type QuickAddValue =
  | { kind: 'due'; dueDate: string; dueTime: string | null }
  | { kind: 'time'; dueTime: string }
  | { kind: 'repeat'; recurrence: Recurrence; dueDate: string; dueTime: string | null }
  | { kind: 'start'; startDate: string }
  | { kind: 'reminder'; minutesBefore: number }
  | { kind: 'priority'; priority: Exclude<Task['priority'], 'none'> }
  /** `labelId` is null for a label that there is not yet. */
  | { kind: 'label'; labelId: string | null; name: string }
  | { kind: 'project'; projectId: string; sectionId: string | null; name: string }
  | { kind: 'person'; userId: string; name: string }
  | { kind: 'estimate'; minutes: number };

/** Recognised words of a line. */
export type QuickAddToken = TextRange & QuickAddValue;
