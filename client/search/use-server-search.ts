import { useCallback, useEffect, useRef, useState } from 'react';
import { useFindWords } from '#client/i18n/compiled/use-find-words.ts';
import { useAnnounce } from '#client/ui/live-region.tsx';
import { useTiming } from '#client/ui/timing.ts';
import type { AskServer } from './ask-server.ts';
import { type FollowedSearch, followServer, type ServerSearch } from './follow-server.ts';
import type { SearchServer } from './server-answer.ts';

/**
 * What the server has found for a query so far, from 300 ms after the last key on; see `followServer`. The next key ends the
 * question. How many there are is said to screen readers.
 */
export function useServerSearch(of: {
  ask: AskServer;
  server: SearchServer;
  query: string;
  includesTrash: boolean;
}): ServerSearch & Pick<FollowedSearch, 'more' | 'retry'> {
  const { ask, server, query, includesTrash } = of;
  const timing = useTiming();
  const say = useSayCount();
  const followed = useRef<FollowedSearch>(undefined);
  const [found, setFound] = useState<{ query: string; search: ServerSearch }>();
  useEffect(() => {
    if (query === '') return undefined;
    let count: number | undefined;
    const tell = (search: ServerSearch) => {
      setFound({ query, search });
      const isSettled = search.status.name === 'whole' || search.status.name === 'building';
      if (!isSettled || count === search.hits.length) return;
      say({ count: search.hits.length, before: count });
      count = search.hits.length;
    };
    const question = { query, includesTrash };
    const followedNow = followServer({ ask, server, timing, question, tell });
    followed.current = followedNow;
    return () => followedNow.stop();
  }, [ask, server, query, includesTrash, timing, say]);
  const more = () => followed.current?.more();
  const retry = () => followed.current?.retry();
  return { ...shownOf(found, query), more, retry };
}

function useSayCount() {
  const announce = useAnnounce();
  const words = useFindWords();
  return useCallback(
    ({ count, before }: { count: number; before: number | undefined }) => {
      const isMore = before !== undefined && count > before;
      announce(isMore ? words.moreCount({ count: count - before }) : words.serverCount({ count }));
    },
    [announce, words],
  );
}

const none: ServerSearch = { hits: [], hasMore: false, status: { name: 'none' } };
const asking: ServerSearch = { ...none, status: { name: 'asking' } };

/** Where the server was asked for the query before, it will be asked for this one. */
function shownOf(
  found: { query: string; search: ServerSearch } | undefined,
  query: string,
): ServerSearch {
  if (found === undefined || query === '') return none;
  if (found.query === query) return found.search;
  return found.search.status.name === 'none' ? none : asking;
}
