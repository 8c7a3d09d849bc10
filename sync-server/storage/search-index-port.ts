/** The rows of one workspace in one epoch of its log: a restored log is indexed anew, beside what was there before. */
export interface SearchSpace {
  workspaceId: string;
  epoch: string;
}

/** The words of one document, under the task that it speaks of. */
export interface SearchRow {
  /** Of the document. */
  id: string;
  taskId: string;
  /** Of the document when its words were taken. */
  seq: number;
  /** Folded, each once. Empty for a document in which nothing is to be found; its row still keeps older words out. */
  words: readonly string[];
}

/** One word of a question: the words of texts that it fits. */
export interface SearchTerm {
  /** Well formed, of letters, digits and marks only. */
  word: string;
  /** Whether it fits all words that begin so, or only itself. */
  isBeginning: boolean;
  /** Words that it fits besides, as they are. */
  others: readonly string[];
}

/**
 * Which words stand in which documents; made from the document view when somebody searches, and never asked by a commit.
 * What it gives are candidates: it may be behind the view, so that whoever asks looks at the documents themselves.
 */
export interface SearchIndex {
  /** Every document up to this seq is in the index; undefined where nothing was begun. */
  indexed(space: SearchSpace): Promise<number | undefined>;
  /** Begins or goes on: all documents up to `indexed` are in, durably. Never falls. */
  raiseIndexed(of: SearchSpace & { indexed: number }): Promise<void>;
  /** Writes rows, each over an older one only, so that repeats and several writers do no harm. */
  put(of: SearchSpace & { rows: readonly SearchRow[] }): Promise<void>;
  /** Removes the rows of these documents, of whichever words. */
  remove(of: SearchSpace & { ids: readonly string[] }): Promise<void>;
  /** Removes everything of the workspace but this epoch. */
  removeOtherEpochs(space: SearchSpace): Promise<void>;
  /** How many rows fit a term, counted to `upTo` only. */
  count(of: SearchSpace & { term: SearchTerm; upTo: number }): Promise<number>;
  /** The tasks with a row that fits a term, each once, the largest ids first, all below `before`; at most `limit`. */
  find(
    of: SearchSpace & { term: SearchTerm; before: string | undefined; limit: number },
  ): Promise<string[]>;
  /** All rows of these tasks, in no order. */
  readRows(of: SearchSpace & { taskIds: readonly string[] }): Promise<SearchRow[]>;
}
