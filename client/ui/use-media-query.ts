import { useSyncExternalStore } from 'react';

/** Whether a media query matches now; renders again when it changes. */
export function useMediaQuery(query: string): boolean {
  const { subscribe, read } = watched(query);
  return useSyncExternalStore(subscribe, read);
}

interface Watched {
  subscribe: (onChange: () => void) => () => void;
  read: () => boolean;
}

const watchedByQuery = new Map<string, Watched>();

/** One list for all who ask the same; asked anew by each render, it would be made and heard anew each time. */
function watched(query: string): Watched {
  const known = watchedByQuery.get(query);
  if (known !== undefined) return known;
  const list = matchMedia(query);
  const made: Watched = {
    subscribe: (onChange) => {
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    read: () => list.matches,
  };
  watchedByQuery.set(query, made);
  return made;
}
