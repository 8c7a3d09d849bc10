// Made from catalogs/en/board.json by `npm run words`; edit that instead.

/** The words of `board` with what they take. */
export interface BoardWords {
  readonly groupBy: string;
  /** Group by: {name} */
  readonly groupedBy: (of: { name: string }) => string;
  readonly groupings: {
    readonly status: string;
    readonly section: string;
    readonly priority: string;
  };
  readonly columns: string;
  readonly states: {
    readonly todo: string;
    readonly in_progress: string;
    readonly done: string;
  };
  readonly noSection: string;
  readonly doneNote: string;
  readonly doneTodayNote: string;
  /** {count, plural, one {{name}, # task} other {{name}, # tasks}} */
  readonly column: (of: { count: number; name: string }) => string;
  /** {title}, {position, number} of {count, number} */
  readonly card: (of: { count: number; position: number; title: string }) => string;
  /** Add task to {name} */
  readonly addTo: (of: { name: string }) => string;
  readonly empty: string;
  readonly emptyDone: string;
  /** Skip to {name} */
  readonly skip: (of: { name: string }) => string;
  readonly skipLast: string;
  readonly moveTo: string;
  /** Move to ‘{name}’ */
  readonly moveToColumn: (of: { name: string }) => string;
  /** {total, plural, one {{done, number} of # subtask done} other {{done, number} of # subtasks done}} */
  readonly subtasks: (of: { done: number; total: number }) => string;
  readonly hasNotes: string;
  /** Lifted ‘{title}’ from {column}. Let go over a column, or press Escape. */
  readonly lifted: (of: { column: string; title: string }) => string;
  /** Over {name} */
  readonly over: (of: { name: string }) => string;
  /** Cancelled. ‘{title}’ is where it was. */
  readonly cancelled: (of: { title: string }) => string;
  /** Moved ‘{title}’ to {column}, {position, number} of {count, number} */
  readonly moved: (of: { column: string; count: number; position: number; title: string }) => string;
}
