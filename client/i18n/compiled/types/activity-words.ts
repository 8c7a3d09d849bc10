// Made from catalogs/en/activity.json by `npm run words`; edit that instead.

/** The words of `activity` with what they take. */
export interface ActivityWords {
  readonly title: string;
  readonly list: string;
  readonly loading: string;
  readonly earlier: string;
  readonly none: string;
  readonly away: string;
  readonly signIn: string;
  readonly failed: string;
  readonly guest: string;
  readonly waiting: string;
  readonly lost: string;
  /** {count, plural, one {# earlier change shown} other {# earlier changes shown}} */
  readonly loaded: (of: { count: number }) => string;
  readonly end: string;
  readonly somebody: string;
  readonly server: string;
  readonly did: {
    /** {by, select, you {You} other {{name}}} added the task */
    readonly created: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} renamed the task from ‘{from}’ to ‘{to}’ */
    readonly renamed: (of: { by: 'other' | 'you'; from: string; name: string; to: string }) => string;
    /** {by, select, you {You} other {{name}}} named the task ‘{to}’ */
    readonly titled: (of: { by: 'other' | 'you'; name: string; to: string }) => string;
    /** {by, select, you {You} other {{name}}} wrote notes */
    readonly notesAdded: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} changed the notes */
    readonly notesChanged: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} cleared the notes */
    readonly notesCleared: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} completed the task */
    readonly completed: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} reopened the task */
    readonly reopened: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} started working on the task */
    readonly started: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} moved the task back to to-do */
    readonly paused: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} cancelled the task */
    readonly cancelled: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} set the priority to {to} */
    readonly prioritySet: (of: { by: 'other' | 'you'; name: string; to: string }) => string;
    /** {by, select, you {You} other {{name}}} changed the priority from {from} to {to} */
    readonly priorityChanged: (of: { by: 'other' | 'you'; from: string; name: string; to: string }) => string;
    /** {by, select, you {You} other {{name}}} removed the priority */
    readonly priorityCleared: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} set the due date to {to} */
    readonly dueSet: (of: { by: 'other' | 'you'; name: string; to: string }) => string;
    /** {by, select, you {You} other {{name}}} moved the due date from {from} to {to} */
    readonly dueMoved: (of: { by: 'other' | 'you'; from: string; name: string; to: string }) => string;
    /** {by, select, you {You} other {{name}}} removed the due date */
    readonly dueCleared: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} set the start date to {to} */
    readonly startSet: (of: { by: 'other' | 'you'; name: string; to: string }) => string;
    /** {by, select, you {You} other {{name}}} moved the start date from {from} to {to} */
    readonly startMoved: (of: { by: 'other' | 'you'; from: string; name: string; to: string }) => string;
    /** {by, select, you {You} other {{name}}} removed the start date */
    readonly startCleared: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} made the task repeat */
    readonly repeatSet: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} made the task repeat: {to} */
    readonly repeatSetTo: (of: { by: 'other' | 'you'; name: string; to: string }) => string;
    /** {by, select, you {You} other {{name}}} changed how the task repeats */
    readonly repeatChanged: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} changed how the task repeats: {to} */
    readonly repeatChangedTo: (of: { by: 'other' | 'you'; name: string; to: string }) => string;
    /** {by, select, you {You} other {{name}}} stopped the task from repeating */
    readonly repeatCleared: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} moved the task to {to} */
    readonly projectMoved: (of: { by: 'other' | 'you'; name: string; to: string }) => string;
    /** {by, select, you {You} other {{name}}} moved the task to a project that is gone */
    readonly projectGone: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} moved the task to the section {to} */
    readonly sectionMoved: (of: { by: 'other' | 'you'; name: string; to: string }) => string;
    /** {by, select, you {You} other {{name}}} moved the task out of its section */
    readonly sectionLeft: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} made it a subtask of ‘{to}’ */
    readonly nested: (of: { by: 'other' | 'you'; name: string; to: string }) => string;
    /** {by, select, you {You} other {{name}}} made it a subtask of a task that is gone */
    readonly nestedGone: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} made it a task of its own */
    readonly unnested: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} set the estimate to {minutes, plural, one {# minute} other {# minutes}} */
    readonly estimateSet: (of: { by: 'other' | 'you'; minutes: number; name: string }) => string;
    /** {by, select, you {You} other {{name}}} removed the estimate */
    readonly estimateCleared: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} set {count, plural, one {# reminder} other {# reminders}} */
    readonly remindersSet: (of: { by: 'other' | 'you'; count: number; name: string }) => string;
    /** {by, select, you {You} other {{name}}} removed the reminders */
    readonly remindersCleared: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} moved the task to the trash */
    readonly trashed: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} restored the task from the trash */
    readonly restored: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} added the label {to} */
    readonly labelled: (of: { by: 'other' | 'you'; name: string; to: string }) => string;
    /** {by, select, you {You} other {{name}}} added a label that is gone */
    readonly labelledGone: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} removed the label {to} */
    readonly unlabelled: (of: { by: 'other' | 'you'; name: string; to: string }) => string;
    /** {by, select, you {You} other {{name}}} removed a label that is gone */
    readonly unlabelledGone: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} assigned the task to {to} */
    readonly assigned: (of: { by: 'other' | 'you'; name: string; to: string }) => string;
    /** {by, select, you {You} other {{name}}} took the task off {to} */
    readonly unassigned: (of: { by: 'other' | 'you'; name: string; to: string }) => string;
    /** {by, select, you {You} other {{name}}} assigned the task to you */
    readonly assignedYou: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} took the task off you */
    readonly unassignedYou: (of: { by: 'other' | 'you'; name: string }) => string;
    /** {by, select, you {You} other {{name}}} changed the task */
    readonly other: (of: { by: 'other' | 'you'; name: string }) => string;
  };
}
