import { lazy as lazyOnce } from 'react';
import { loadAgain } from './load-again.ts';

/** React's `lazy`, for code that is asked for again if it did not come the first time (see `loadAgain`). */
export const lazy: typeof lazyOnce = (load) => lazyOnce(async () => loadAgain(load));
