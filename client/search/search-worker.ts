/// <reference lib="webworker" />
import type { FromSearchWorker, ToSearchWorker } from './search-messages.ts';
import { createSearchIndex } from './search-index.ts';

declare const self: DedicatedWorkerGlobalScope;

const index = createSearchIndex();

self.addEventListener('message', ({ data }: MessageEvent<ToSearchWorker>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has one owner, and no origin to name
  self.postMessage(answer(data));
});

function answer(message: ToSearchWorker): FromSearchWorker {
  const { n } = message;
  if (message.name === 'search') {
    return { n, name: 'found', answer: index.search(message.question) };
  }
  index.take(message.diff);
  return { n, name: 'taken' };
}
