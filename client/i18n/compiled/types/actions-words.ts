// Made from catalogs/en/actions.json by `npm run words`; edit that instead.

/** The words of `actions` with what they take. */
export interface ActionsWords {
  readonly undo: {
    /** Undone: {action} */
    readonly undone: (of: { action: string }) => string;
    /** Redone: {action} */
    readonly redone: (of: { action: string }) => string;
    /** Changed since, so left as it is: {action} */
    readonly changedSince: (of: { action: string }) => string;
    /** Deleted for good, so nothing was changed: {action} */
    readonly gone: (of: { action: string }) => string;
    readonly nothing: string;
    readonly nothingToRedo: string;
  };
  /** Done. Comes back on {day} */
  readonly comesBack: (of: { day: string }) => string;
  readonly 'task-add': string;
  readonly 'task-rename': string;
  readonly 'task-notes': string;
  readonly 'task-complete': string;
  readonly 'task-reopen': string;
  readonly 'task-status': string;
  readonly 'task-priority': string;
  readonly 'task-schedule': string;
  readonly 'task-replan': string;
  readonly 'task-move': string;
  readonly 'task-trash': string;
  readonly 'task-restore': string;
  readonly 'project-add': string;
  readonly 'project-edit': string;
  readonly 'project-trash': string;
  readonly 'project-restore': string;
  readonly 'conflict-use-mine': string;
  readonly 'conflict-dismiss': string;
  readonly import: string;
  readonly 'import-undo': string;
  readonly other: string;
  readonly 'task-labels': string;
  readonly 'task-duplicate': string;
  readonly 'project-archive': string;
  readonly 'project-unarchive': string;
  readonly 'project-move': string;
  readonly 'project-duplicate': string;
  readonly 'section-add': string;
  readonly 'section-rename': string;
  readonly 'section-move': string;
  readonly 'section-remove': string;
  readonly 'label-add': string;
  readonly 'label-edit': string;
  readonly 'label-move': string;
  readonly 'label-merge': string;
  readonly 'label-trash': string;
  readonly 'label-restore': string;
  readonly 'task-notes-to-subtasks': string;
  readonly 'task-estimate': string;
  readonly 'task-reminders': string;
  readonly 'task-snooze': string;
  readonly 'comment-add': string;
  readonly 'comment-edit': string;
  readonly 'comment-trash': string;
  readonly 'comment-restore': string;
  readonly 'filter-add': string;
  readonly 'filter-edit': string;
  readonly 'filter-move': string;
  readonly 'filter-trash': string;
  readonly 'filter-restore': string;
  readonly 'seed-add': string;
  readonly 'seed-remove': string;
  readonly 'task-send': string;
  readonly 'project-send': string;
  readonly 'workspace-rename': string;
}
