import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '#client/tasks/testing/memory-store.ts';
import { createTaskCommands } from '#client/tasks/task-commands.ts';
import { createSearchClient, type SearchPort } from './search-client.ts';
import { createSearchIndex } from './search-index.ts';
import type { ToSearchWorker } from './search-messages.ts';

/** A worker that answers on its next turn; `sent` lists what it was told. */
function fakeWorker() {
  const index = createSearchIndex();
  const sent: ToSearchWorker[] = [];
  let listen: Parameters<SearchPort['addEventListener']>[1] = () => undefined;
  const port: SearchPort = {
    addEventListener: (_name, listener) => {
      listen = listener;
    },
    terminate: () => undefined,
    postMessage: (message) => {
      sent.push(message);
      const { n } = message;
      const data =
        message.name === 'take'
          ? ({ n, name: 'taken' } as const)
          : ({ n, name: 'found', answer: index.search(message.question) } as const);
      if (message.name === 'take') index.take(message.diff);
      queueMicrotask(() => listen({ data } as MessageEvent<typeof data>));
    },
  };
  return { port, sent };
}

const ask = (query: string) => ({ query, includesTrash: false, limit: 10 });
const place = { projectId: null, parentId: null };

describe('the search of a store', () => {
  it('hands over what is there in slices, then only what changed, and finds it', async () => {
    const store = createMemoryStore();
    const commands = createTaskCommands(store);
    const titles = Array.from({ length: 450 }, (_, at) => `Task ${at}`);
    const [first = ''] = await commands.add({ titles, place });
    const { port, sent } = fakeWorker();
    const client = createSearchClient(store, port);
    await expect.poll(() => client.isWhole()).toBe(true);
    expect(sent.map((message) => message.name === 'take' && message.diff.tasks.length)).toEqual([
      400, 50,
    ]);
    await commands.rename({ taskId: first, title: 'Zebra', base: null });
    expect(sent.at(-1)).toMatchObject({ diff: { tasks: [{ title: 'Zebra' }] } });
    expect((await client.ask(ask('zebra')))?.hits).toMatchObject([{ taskId: first }]);
    client.stop();
  });

  it('a question that a newer one overtakes is not asked', async () => {
    const { port, sent } = fakeWorker();
    const client = createSearchClient(createMemoryStore(), port);
    const answers = await Promise.all(['a', 'ab', 'abc'].map((text) => client.ask(ask(text))));
    expect(answers.map((answer) => answer !== undefined)).toEqual([true, false, true]);
    expect(sent).toHaveLength(2);
  });
});
