import { BehaviorSubject, type Observable } from 'rxjs';
import type { HistoryEntry, HistoryPage } from '#shared/history-message';
import { stepsOfEntry } from './activity-step.ts';

/** Asks the server for a page of a document's history: the newest, or the one before `before`. Never rejects. */
export type ReadHistory = (of: {
  workspaceId: string;
  documentId: string;
  before?: number;
}) => Promise<HistoryAnswer>;

/** A page, or why there is none now. */
export type HistoryAnswer =
  | { name: 'read'; page: HistoryPage }
  | { name: 'away' }
  | { name: 'needs-sign-in' }
  | { name: 'failed' };

/** What is known of a document's history. `next`: undefined before the first page, null when all is there. */
export interface HistoryState {
  entries: readonly HistoryEntry[];
  next: number | null | undefined;
  status: 'loading' | 'shown' | Exclude<HistoryAnswer['name'], 'read'>;
}

/** The history of one document, as much of it as was asked for. */
export interface HistoryFeed {
  readonly state$: Observable<HistoryState>;
  state(): HistoryState;
  /** Reads the newest page, and puts it before what is known; asks for nothing if that reaches `seq` already. */
  refresh(seq?: number): Promise<void>;
  /** Reads what came before; the number of entries that came, 0 where there was none. */
  readEarlier(): Promise<number>;
}

/** Pages in which nothing says anything (a list that was sorted for an hour) are passed over, so many at a time. */
const pagesPerAsk = 5;

/** Creates it; nothing is asked before `refresh`. One request is under way at a time. */
export function createHistoryFeed(read: (before?: number) => Promise<HistoryAnswer>): HistoryFeed {
  const state$ = new BehaviorSubject<HistoryState>({
    entries: [],
    next: undefined,
    status: 'loading',
  });
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
  const set = (part: Partial<HistoryState>) => state$.next({ ...state$.value, ...part });

  /** Goes on until something can be shown, or there is no more. */
  const extend = async (): Promise<number> => {
    const before = state$.value.entries.length;
    for (let pages = 0; pages < pagesPerAsk; pages++) {
      const { next, entries } = state$.value;
      if (typeof next !== 'number') break;
      const answer = await read(next);
      if (answer.name !== 'read') {
        set({ status: answer.name });
        break;
      }
      const { page } = answer;
      set({ entries: [...entries, ...page.entries], next: page.next, status: 'shown' });
      if (page.entries.some(saysSomething)) break;
    }
    return state$.value.entries.length - before;
  };

  return {
    state$: state$.asObservable(),
    state: () => state$.value,
    refresh: (seq) =>
      inTurn(async () => {
        const { entries, status } = state$.value;
        const newest = entries[0]?.seq ?? 0;
        if (seq !== undefined && status === 'shown' && seq > 0 && newest >= seq) return undefined;
        const answer = await read();
        if (answer.name !== 'read') return set({ status: answer.name });
        set({ ...joined(answer.page, state$.value), status: 'shown' });
        if (!state$.value.entries.some(saysSomething)) await extend();
        return undefined;
      }),
    readEarlier: () => inTurn(extend),
  };
}

/** The newest page before what was known; where they do not meet, too much happened meanwhile, and it stands alone. */
function joined(page: HistoryPage, known: HistoryState): Pick<HistoryState, 'entries' | 'next'> {
  const oldest = page.entries.at(-1)?.seq ?? 0;
  const newestKnown = known.entries[0]?.seq ?? 0;
  if (page.next === null || known.next === undefined) return page;
  if (oldest > newestKnown && page.next > newestKnown + 1) return page;
  const rest = known.entries.filter(({ seq }) => seq < oldest);
  return { entries: [...page.entries, ...rest], next: rest.length === 0 ? page.next : known.next };
}

function saysSomething(entry: HistoryEntry): boolean {
  return stepsOfEntry(entry).length > 0;
}
