import type { GroupValue } from './group-value.ts';
import type { Creation } from './push-message.ts';

/** What an import file would make, read without touching anything: the preview is this, and the import is this. */
export interface ImportPlan {
  source: 'todoist' | 'taskflow' | 'calendar';
  fileName: string;
  projects: readonly Creation[];
  labels: readonly Creation[];
  /** Parents before their subtasks. */
  tasks: readonly Creation[];
  /** Comments and saved filters. */
  others: readonly Creation[];
  /** Groups that no creation can carry (trash, archive), set once the documents exist. */
  settings: readonly GroupSetting[];
  rows: readonly ImportRow[];
  /** What is not for an import to take, counted: nobody wants to read a line for each. */
  leftOut: readonly LeftOut[];
  counts: ImportCounts;
}

/** One group to set on a document of the plan; its base is taken when it is committed. */
export interface GroupSetting {
  kind: string;
  id: string;
  group: string;
  value: GroupValue;
}

/** So many of a kind that were left out for one and the same reason. */
export interface LeftOut {
  code: ImportLeftOutCode;
  count: number;
}

/** Why things of a calendar are left out. */
export type ImportLeftOutCode =
  | 'past_events'
  | 'cancelled_events'
  | 'older_versions'
  | 'journals'
  | 'busy_times'
  | 'other_components'
  | 'recurrences'
  | 'invitations'
  | 'attached_files';

/** How much a plan holds. `subtasks` are among `tasks`. */
export interface ImportCounts {
  projects: number;
  sections: number;
  labels: number;
  tasks: number;
  subtasks: number;
  errors: number;
  notices: number;
}

/** Why a row was left out. */
export type ImportErrorCode =
  | 'type_unknown'
  | 'content_missing'
  | 'indent_invalid'
  | 'priority_invalid'
  | 'too_many_cells'
  | 'cells_missing'
  | 'quotes_invalid'
  | 'note_without_task'
  | 'value_invalid'
  | 'document_invalid'
  | 'entry_incomplete'
  | 'too_large';

/** What was imported otherwise than the row says. */
export type ImportNoticeCode =
  | 'title_cut'
  | 'name_cut'
  | 'notes_cut'
  | 'labels_cut'
  | 'sections_full'
  | 'date_kept_as_text'
  | 'indent_jump'
  | 'depth_capped'
  | 'responsible_kept_as_text'
  | 'unknown_field'
  | 'assignees_left_out'
  | 'kind_left_out'
  | 'file_cut_off'
  | 'property_unread'
  | 'recurrence_left_out'
  | 'exceptions_left_out'
  | 'extra_dates_left_out'
  | 'zone_unknown'
  | 'zone_guessed'
  | 'reminder_left_out'
  | 'start_time_left_out'
  | 'parent_missing';

/**
 * Something to tell about one row. `line`: the line of a CSV file or calendar where the row or entry begins, or the
 * position of a document in a JSON export, all from 1. `detail` quotes what it is about (a cell, a pointer), at most 200 characters.
 */
export type ImportRow =
  | { line: number; level: 'error'; code: ImportErrorCode; detail: string }
  | { line: number; level: 'notice'; code: ImportNoticeCode; detail: string };

/** Why a file cannot be imported at all. Nothing of it is: never half a file. */
export type ImportFailureCode =
  | 'file_empty'
  | 'file_too_large'
  /** Its bytes cannot be had: a folder, or a file that went away. */
  | 'unreadable'
  /** The code that reads it could not be loaded. */
  | 'reader_missing'
  | 'encoding_invalid'
  | 'format_unknown'
  | 'version_unknown'
  /** vCalendar 1.0, which came before iCalendar. */
  | 'calendar_too_old'
  | 'json_invalid'
  | 'quote_unclosed'
  | 'too_many_columns';

/** See `ImportFailureCode`; `line` where one can be named. */
export interface ImportFailure {
  code: ImportFailureCode;
  fileName: string;
  line: number | undefined;
}

/** What reading a file gives. */
export type ImportRead = { ok: true; plan: ImportPlan } | { ok: false; failure: ImportFailure };

/** What a plan depends on besides the file. All ids are derived, so the same file gives the same plan. */
export interface ImportContext {
  workspaceId: string;
  /** The day that "tomorrow" counts from, `YYYY-MM-DD`. */
  today: string;
  /** The IANA time zone of the device: what is said in UTC is shown in it. */
  timeZone: string;
  /** Labels that exist, by their name in lower case: tasks get these instead of new ones of the same name. */
  labelIdsByName: ReadonlyMap<string, string>;
}

/** Puts a plan together and counts it; rows are sorted by line. */
export function completePlan(parts: Omit<ImportPlan, 'counts'>): ImportPlan {
  const sections = parts.projects.map(({ create }) => Object.keys(create['sections'] ?? {}).length);
  const errors = parts.rows.filter(({ level }) => level === 'error').length;
  return {
    ...parts,
    rows: parts.rows.toSorted((a, b) => a.line - b.line),
    counts: {
      projects: parts.projects.length,
      sections: sections.reduce((sum, count) => sum + count, 0),
      labels: parts.labels.length,
      tasks: parts.tasks.length,
      subtasks: parts.tasks.filter(({ create }) => typeof create['parentId'] === 'string').length,
      errors,
      notices: parts.rows.length - errors,
    },
  };
}

/** The form in which a row quotes a cell: one line, at most `max` characters. */
export function quoteDetail(text: string, max = 200): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= max ? line : `${line.slice(0, max - 1).toWellFormed()}…`;
}
