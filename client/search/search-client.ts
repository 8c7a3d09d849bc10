import { combineLatest, type Subscription } from 'rxjs';
import type { AppStore } from '#client/store/app-store.ts';
import type { Comment } from '#shared/comment';
import type { AnyDocument } from '#shared/kind-definition';
import type { Label } from '#shared/label';
import type { Task } from '#shared/task';
import type {
  FromSearchWorker,
  SearchAnswer,
  SearchDiff,
  SearchedTask,
  SearchQuestion,
  ToSearchWorker,
} from './search-messages.ts';

/** The part of a worker that a search needs. */
export interface SearchPort {
  postMessage: (message: ToSearchWorker) => void;
  addEventListener: (
    name: 'message',
    listener: (event: MessageEvent<FromSearchWorker>) => void,
  ) => void;
  terminate: () => void;
}

/** Searches what is on the device, in a worker. */
export interface SearchClient {
  /** Asks; a question that a newer one overtakes before its turn is answered with undefined. */
  ask: (question: SearchQuestion) => Promise<SearchAnswer | undefined>;
  /** Whether all that is known has been handed over, and who wants to hear when that changes. */
  isWhole: () => boolean;
  /** Grows with every slice that the index has taken: answers from before may be out of date. */
  version: () => number;
  onProgress: (listener: () => void) => () => void;
  stop: () => void;
}

/** So many documents go over at once: a few milliseconds of copying, and a question waits for one slice at most. */
const sliceSize = 400;

/** Follows the live view and hands what changed to the worker, slice by slice as the worker takes them. */
// oxlint-disable-next-line max-lines-per-function -- one queue over one port
export function createSearchClient(store: AppStore, port: SearchPort): SearchClient {
  const handed = new Map<string, { document: AnyDocument; labels: string }>();
  const listeners = new Set<() => void>();
  const waiting = new Map<string, Task | Comment | undefined>();
  const answers = new Map<number, (answer: SearchAnswer | undefined) => void>();
  let labelsById: ReadonlyMap<string, string> = new Map();
  let knownLabels: readonly Label[] | undefined;
  let version = 0;
  let n = 0;
  let isTaking = false;
  let inFlight: number | undefined;
  let next:
    | { question: SearchQuestion; resolve: (answer: SearchAnswer | undefined) => void }
    | undefined;

  const sendSlice = () => {
    if (isTaking || waiting.size === 0) return;
    const slice = [...waiting].slice(0, sliceSize);
    for (const [id] of slice) waiting.delete(id);
    isTaking = true;
    n += 1;
    port.postMessage({ n, name: 'take', diff: diffOf(slice, labelsById) });
  };
  const sendQuestion = () => {
    if (next === undefined || inFlight !== undefined) return;
    n += 1;
    inFlight = n;
    answers.set(n, next.resolve);
    port.postMessage({ n, name: 'search', question: next.question });
    next = undefined;
  };
  port.addEventListener('message', ({ data }) => {
    if (data.name === 'taken') {
      isTaking = false;
      version += 1;
      sendSlice();
      for (const listener of listeners) listener();
      return;
    }
    answers.get(data.n)?.(data.answer);
    answers.delete(data.n);
    inFlight = undefined;
    sendQuestion();
  });
  const following = follow(store, ({ tasks, comments, labels }) => {
    const isSameLabels = labels === knownLabels;
    knownLabels = labels;
    if (!isSameLabels) labelsById = new Map(labels.map(({ id, name }) => [id, name]));
    const shown = new Set<string>();
    for (const document of [...tasks, ...comments]) {
      shown.add(document.id);
      const held = handed.get(document.id);
      if (held?.document === document && isSameLabels) continue;
      const words = document.kind === 'task' ? labelWords(document, labelsById) : '';
      if (held?.document === document && held.labels === words) continue;
      handed.set(document.id, { document, labels: words });
      waiting.set(document.id, document);
    }
    for (const id of handed.keys()) {
      if (shown.has(id)) continue;
      handed.delete(id);
      waiting.set(id, undefined);
    }
    sendSlice();
  });
  return {
    ask: (question) =>
      new Promise((resolve) => {
        next?.resolve(undefined);
        next = { question, resolve };
        sendQuestion();
      }),
    isWhole: () => waiting.size === 0 && !isTaking,
    version: () => version,
    onProgress: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      following.unsubscribe();
      port.terminate();
      for (const resolve of answers.values()) resolve(undefined);
      next?.resolve(undefined);
    },
  };
}

interface Followed {
  tasks: readonly Task[];
  comments: readonly Comment[];
  labels: readonly Label[];
}

function follow(store: AppStore, take: (followed: Followed) => void): Subscription {
  return combineLatest({
    tasks: store.live<Task>({ kind: 'task' }),
    comments: store.live<Comment>({ kind: 'comment', selector: { trashedAt: null } }),
    labels: store.live<Label>({ kind: 'label', selector: { trashedAt: null } }),
  }).subscribe(take);
}

function diffOf(
  slice: readonly (readonly [string, Task | Comment | undefined])[],
  labelsById: ReadonlyMap<string, string>,
): SearchDiff {
  const tasks: SearchedTask[] = [];
  const comments: SearchDiff['comments'][number][] = [];
  const gone: string[] = [];
  for (const [id, document] of slice) {
    if (document === undefined) gone.push(id);
    else if (document.kind === 'comment') {
      comments.push({ id, taskId: document.taskId, text: document.text });
    } else tasks.push(searchedTask(document, labelsById));
  }
  return { tasks, comments, gone };
}

function searchedTask(task: Task, labelsById: ReadonlyMap<string, string>): SearchedTask {
  const { id, title, notes, status, trashedAt, completedAt, createdAt } = task;
  return {
    id,
    title,
    notes,
    labels: labelWords(task, labelsById),
    isOpen: status === 'todo' || status === 'in_progress',
    isTrashed: trashedAt !== null,
    at: completedAt ?? createdAt,
  };
}

function labelWords({ labels }: Task, labelsById: ReadonlyMap<string, string>): string {
  const names: string[] = [];
  for (const id in labels) names.push(labelsById.get(id) ?? '');
  return names.join(' ');
}
