import { useEffect, useState } from 'react';
import { useFindWords } from '#client/i18n/compiled/use-find-words.ts';
import { useAnnounce } from '#client/ui/live-region.tsx';
import { useTiming } from '#client/ui/timing.ts';
import type { AskServer, ServerFound } from './ask-server.ts';

/** So long after the last key the server is asked. */
const debounceMs = 300;

/** What the server found for a query, once it was asked: 300 ms after the last key, which ends the question before. */
export function useServerSearch(of: {
  ask: AskServer;
  query: string;
  includesTrash: boolean;
}): ServerFound | undefined {
  const { ask, query, includesTrash } = of;
  const timing = useTiming();
  const announce = useAnnounce();
  const words = useFindWords();
  const [found, setFound] = useState<{ query: string; answer: ServerFound | undefined }>();
  useEffect(() => {
    if (query === '') return undefined;
    const abort = new AbortController();
    const run = async () => {
      const answer = await ask({ query, includesTrash, signal: abort.signal });
      if (abort.signal.aborted) return;
      setFound({ query, answer });
      if (answer?.name === 'found') announce(words.serverCount({ count: answer.hits.length }));
    };
    const cancel = timing.after(debounceMs, () => void run().catch(() => undefined));
    return () => {
      cancel();
      abort.abort();
    };
  }, [ask, query, includesTrash, timing, announce, words]);
  return found?.query === query ? found.answer : undefined;
}
