// Made from catalogs/en/tasks.json by `npm run words`; edit that instead.

/** The words of `tasks` with what they take. */
export interface TasksWords {
  readonly add: string;
  readonly addPlaceholder: string;
  readonly addSubtask: string;
  readonly submit: string;
  /** {count, plural, one {# task added} other {# tasks added}} */
  readonly added: (of: { count: number }) => string;
  /** {count, plural, one {# task} other {# tasks}} */
  readonly count: (of: { count: number }) => string;
  readonly list: string;
  readonly title: string;
  readonly rename: string;
  readonly open: string;
  /** Complete ‘{title}’ */
  readonly complete: (of: { title: string }) => string;
  /** Reopen ‘{title}’ */
  readonly reopen: (of: { title: string }) => string;
  /** Actions for ‘{title}’ */
  readonly menu: (of: { title: string }) => string;
  readonly markInProgress: string;
  readonly markTodo: string;
  readonly cancel: string;
  readonly inProgress: string;
  readonly cancelled: string;
  readonly conflicted: string;
  readonly moveUp: string;
  readonly moveDown: string;
  readonly moveTop: string;
  readonly moveBottom: string;
  readonly moveToProject: string;
  readonly noProject: string;
  readonly handle: string;
  readonly trash: string;
  readonly restore: string;
  /** Moved ‘{title}’, {position, number} of {count, number} */
  readonly moved: (of: { count: number; position: number; title: string }) => string;
  /** Subtask, level {level, number} */
  readonly subtaskLevel: (of: { level: number }) => string;
  readonly priority: string;
  readonly priorities: {
    readonly urgent: string;
    readonly high: string;
    readonly medium: string;
    readonly low: string;
    readonly none: string;
  };
  readonly due: string;
  readonly noDate: string;
  readonly dueToday: string;
  readonly dueTomorrow: string;
  readonly dueYesterday: string;
  readonly overdue: string;
  readonly repeats: string;
  readonly notes: string;
  readonly notesPlaceholder: string;
  readonly subtasks: string;
  /** {done, number}/{total, number} */
  readonly doneOf: (of: { done: number; total: number }) => string;
  readonly project: string;
  readonly labels: string;
  readonly panel: string;
  readonly closePanel: string;
  /** Created {day} */
  readonly created: (of: { day: string }) => string;
  readonly showDone: string;
  readonly hideDone: string;
  readonly gone: string;
  readonly goneText: string;
  readonly reminders: string;
  readonly waiting: string;
}
