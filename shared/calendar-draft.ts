import { entryInstant, entryText, type ReadEntry } from './calendar-entry.ts';
import { calendarNotes } from './calendar-text.ts';
import { cutText, joinNotes } from './imported-document.ts';
import { limits } from './limits.ts';
import type { TaskCreation } from './task.ts';

/** A task on its way, without its place: that is known once all entries are read. */
export interface CalendarDraft {
  entry: ReadEntry;
  fields: TaskCreation;
  labelNames: string[];
}

/** What kinds of entries say each in their own way. */
export interface DraftParts {
  fields: Omit<TaskCreation, 'title' | 'notes'>;
  /** Lines that the task has no field for. */
  notes: readonly string[];
}

/** The title of an entry; '' for one that says nothing at all. */
export function entryTitle(entry: ReadEntry): string {
  const summary = entryText(entry, 'summary').replace(/\s+/g, ' ');
  if (summary !== '') return summary;
  const { paragraphs } = calendarNotes(entry.component);
  const line = paragraphs
    .join('\n')
    .split('\n')
    .find((text) => text.trim() !== '');
  return line?.trim() ?? '';
}

/** Puts a draft together from what all entries have in common and what only this kind has. */
export function toDraft(entry: ReadEntry, { fields, notes }: DraftParts): CalendarDraft {
  const { component, tell, leave } = entry;
  const fullTitle = entryTitle(entry);
  const title = cutText(fullTitle, limits.titleMaxLength);
  if (title !== fullTitle) tell('title_cut', fullTitle);
  const said = calendarNotes(component);
  if (said.isFileLeftOut) leave('attached_files');
  if (component.values('attendee').length > 0) leave('invitations');
  for (const { text } of component.unread) tell('property_unread', text);
  const kept = title === fullTitle ? [] : [fullTitle];
  const text = joinNotes([...kept, ...said.paragraphs, ...notes]);
  const cut = cutText(text, limits.notesMaxLength);
  if (cut !== text) tell('notes_cut', title);
  const priority = priorityOf(entryText(entry, 'priority'));
  const createdAt = entryInstant(entry, 'created');
  return {
    entry,
    labelNames: labelNamesOf(entry),
    fields: {
      title,
      ...fields,
      ...(cut === '' ? {} : { notes: cut }),
      ...(priority === 'none' ? {} : { priority }),
      ...(createdAt === undefined ? {} : { createdAt }),
    },
  };
}

/** 1 is the most pressing of nine, 5 the middle, 0 says nothing (RFC 5545 §3.8.1.9). */
function priorityOf(text: string): NonNullable<TaskCreation['priority']> {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 9) return 'none';
  if (value === 1) return 'urgent';
  if (value < 5) return 'high';
  return value === 5 ? 'medium' : 'low';
}

function labelNamesOf(entry: ReadEntry): string[] {
  const names = new Map<string, string>();
  for (const { text } of entry.component.values('categories')) {
    const full = text.replace(/\s+/g, ' ').trim();
    const name = cutText(full, limits.nameMaxLength);
    if (name !== full) entry.tell('name_cut', full);
    if (name !== '' && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  }
  if (names.size > limits.labelsPerTaskMax) entry.tell('labels_cut', entryTitle(entry));
  return [...names.values()].slice(0, limits.labelsPerTaskMax);
}
