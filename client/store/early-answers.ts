import { from, type Observable, switchMap } from 'rxjs';
import type { AnyDocument } from '#shared/kind-definition';
import type { LiveQuery } from './app-store.ts';
import type { LiveView } from './live-view.ts';

/** Kinds of which a workspace may hold very many: before all are read there are only those that the first rows need. */
export const manyKinds: ReadonlySet<string> = new Set(['task', 'comment']);

/** See `AppStore`. */
interface EarlyAnswers extends Pick<LiveView, 'live'> {
  firstAnswer: (query: LiveQuery) => readonly AnyDocument[] | undefined;
}

/**
 * The live queries of a view that fills in two steps: what would be an incomplete answer is held back until `ready`,
 * unless a query asks for it. Equal queries give the same observable.
 */
export function createEarlyAnswers(view: LiveView, ready: Promise<void>): EarlyAnswers {
  const waiting = new Map<string, Observable<readonly AnyDocument[]>>();
  let isReady = false;
  const end = () => {
    isReady = true;
    waiting.clear();
  };
  // That the rest could not be read is told by `ready` itself.
  const settled = ready.then(end, end);
  const later = (query: LiveQuery) => {
    const key = JSON.stringify(query);
    const known = waiting.get(key);
    if (known !== undefined) return known;
    const source = from(settled).pipe(switchMap(() => view.live(query)));
    waiting.set(key, source);
    return source;
  };
  const isHeldBack = ({ isEarly = false, kind }: LiveQuery) => !isEarly && manyKinds.has(kind);
  return {
    live(asked) {
      const { isEarly: _isEarly, ...query } = asked;
      return isReady || !isHeldBack(asked) ? view.live(query) : later(query);
    },
    firstAnswer(asked) {
      const { isEarly: _isEarly, ...query } = asked;
      return isReady || isHeldBack(asked) ? undefined : view.answer(query);
    },
  };
}
