import { useEffect, useState } from 'react';
import { loadOnce } from '#client/store/load-once.ts';
import { loadAgain } from '#client/ui/load-again.ts';

/** Code that is loaded when it is first shown, and at hand from then on. */
export interface LaterCode<T extends object> {
  load: () => Promise<T>;
  loaded: T | undefined;
}

/** See `LaterCode`. */
export function laterCode<T extends object>(load: () => Promise<T>): LaterCode<T> {
  const code: LaterCode<T> = {
    loaded: undefined,
    load: loadOnce(async () => {
      code.loaded = await loadAgain(load);
      return code.loaded;
    }),
  };
  return code;
}

/**
 * Code that comes right after the first frame: undefined until then. Unlike what suspends, it is shown as soon as it is
 * there (React holds back what comes within 300 ms of a fallback). Throws while rendering if it could not be loaded.
 */
export function useLoaded<T extends object>(code: LaterCode<T>): T | undefined {
  const [loaded, setLoaded] = useState(code.loaded);
  const [failure, setFailure] = useState<{ reason: unknown }>();
  useEffect(() => {
    code.load().then(setLoaded, (reason: unknown) => setFailure({ reason }));
  }, [code]);
  if (failure !== undefined) throw failure.reason;
  return loaded;
}
