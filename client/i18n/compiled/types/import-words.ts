// Made from catalogs/en/import.json by `npm run words`; edit that instead.

/** The words of `import` with what they take. */
export interface ImportWords {
  readonly title: string;
  readonly intro: string;
  readonly todoistHint: string;
  readonly calendarHint: string;
  readonly choose: string;
  readonly drop: string;
  readonly reading: string;
  readonly previewTitle: string;
  /** New: {newTasks, plural, one {# task} other {# tasks}}, {newProjects, plural, one {# project} other {# projects}}, {newLabels, plural, one {# label} other {# labels}}. */
  readonly willMake: (of: { newLabels: number; newProjects: number; newTasks: number }) => string;
  /** {count, plural, one {# is here already and stays as it is.} other {# are here already and stay as they are.}} */
  readonly alreadyHere: (of: { count: number }) => string;
  /** {count, plural, one {# comes back from the trash.} other {# come back from the trash.}} */
  readonly comeBack: (of: { count: number }) => string;
  readonly nothingNew: string;
  /** {tasks, plural, one {# task} other {# tasks}}{subtasks, plural, =0 {} one {, # of them a subtask} other {, # of them subtasks}}{sections, plural, =0 {} one {, in # section} other {, in # sections}} */
  readonly ofFile: (of: { sections: number; subtasks: number; tasks: number }) => string;
  /** {count, plural, one {# entry cannot be imported} other {# entries cannot be imported}} */
  readonly errorRows: (of: { count: number }) => string;
  /** {count, plural, one {# thing is imported with a change} other {# things are imported with a change}} */
  readonly noticeRows: (of: { count: number }) => string;
  /** Line {line, number} */
  readonly line: (of: { line: number }) => string;
  /** Document {position, number} */
  readonly documentAt: (of: { position: number }) => string;
  /** {count, plural, one {and # more} other {and # more}} */
  readonly moreRows: (of: { count: number }) => string;
  /** {count, plural, one {Import # task} other {Import # tasks}} */
  readonly start: (of: { count: number }) => string;
  readonly startOther: string;
  readonly cancel: string;
  /** Importing {done, number} of {total, number} */
  readonly progress: (of: { done: number; total: number }) => string;
  /** {count, plural, one {# task imported} other {# tasks imported}} */
  readonly done: (of: { count: number }) => string;
  readonly doneText: string;
  readonly stopped: string;
  readonly undo: string;
  readonly undoing: string;
  readonly undone: string;
  readonly again: string;
  readonly exportTitle: string;
  readonly exportText: string;
  readonly exportJson: string;
  readonly exportCsv: string;
  readonly exporting: string;
  readonly errors: {
    readonly type_unknown: string;
    readonly content_missing: string;
    readonly indent_invalid: string;
    readonly priority_invalid: string;
    readonly too_many_cells: string;
    readonly cells_missing: string;
    readonly quotes_invalid: string;
    readonly note_without_task: string;
    readonly value_invalid: string;
    readonly document_invalid: string;
    readonly too_large: string;
    readonly entry_incomplete: string;
  };
  readonly notices: {
    readonly title_cut: string;
    readonly name_cut: string;
    readonly notes_cut: string;
    readonly labels_cut: string;
    readonly sections_full: string;
    readonly date_kept_as_text: string;
    readonly indent_jump: string;
    readonly depth_capped: string;
    readonly responsible_kept_as_text: string;
    readonly unknown_field: string;
    readonly assignees_left_out: string;
    readonly kind_left_out: string;
    readonly file_cut_off: string;
    readonly property_unread: string;
    readonly recurrence_left_out: string;
    readonly exceptions_left_out: string;
    readonly extra_dates_left_out: string;
    readonly zone_unknown: string;
    readonly zone_guessed: string;
    readonly reminder_left_out: string;
    readonly start_time_left_out: string;
    readonly parent_missing: string;
  };
  readonly failures: {
    readonly file_empty: string;
    readonly file_too_large: string;
    readonly encoding_invalid: string;
    readonly format_unknown: string;
    readonly version_unknown: string;
    readonly json_invalid: string;
    readonly quote_unclosed: string;
    readonly too_many_columns: string;
    readonly unreadable: string;
    readonly reader_missing: string;
    readonly calendar_too_old: string;
  };
  readonly nothingImported: string;
  readonly leftOut: {
    /** {count, plural, one {# event that is over is left out.} other {# events that are over are left out.}} */
    readonly past_events: (of: { count: number }) => string;
    /** {count, plural, one {# cancelled event is left out.} other {# cancelled events are left out.}} */
    readonly cancelled_events: (of: { count: number }) => string;
    /** {count, plural, one {# older version of an entry is left out.} other {# older versions of entries are left out.}} */
    readonly older_versions: (of: { count: number }) => string;
    /** {count, plural, one {# journal entry is left out.} other {# journal entries are left out.}} */
    readonly journals: (of: { count: number }) => string;
    /** {count, plural, one {# block of busy time is left out.} other {# blocks of busy time are left out.}} */
    readonly busy_times: (of: { count: number }) => string;
    /** {count, plural, one {# entry of another kind is left out.} other {# entries of other kinds are left out.}} */
    readonly other_components: (of: { count: number }) => string;
    /** {count, plural, one {# entry comes once, as TaskFlow cannot repeat it like the calendar.} other {# entries come once, as TaskFlow cannot repeat them like the calendar.}} */
    readonly recurrences: (of: { count: number }) => string;
    /** {count, plural, one {# entry comes without the people invited to it.} other {# entries come without the people invited to them.}} */
    readonly invitations: (of: { count: number }) => string;
    /** {count, plural, one {# entry comes without the files attached to it.} other {# entries come without the files attached to them.}} */
    readonly attached_files: (of: { count: number }) => string;
  };
}
