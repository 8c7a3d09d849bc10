import { expect, it } from 'vitest';
import { createAskServer } from './ask-server.ts';

const id = '3d1f6c1e-0000-4000-8000-0000000000aa';
const task = {
  id,
  workspaceId: id,
  title: 'Rent',
  status: 'done',
  projectId: null,
  dueDate: null,
  completedAt: null,
  trashedAt: null,
};
const hit = { kind: 'title', excerpt: { text: 'Rent', ranges: [{ start: 0, end: 4 }] }, task };

function asking(of: { lacking?: string[]; isOnline?: boolean; status?: number } = {}) {
  const asked: { url: string; signal: AbortSignal | null | undefined }[] = [];
  const ask = createAskServer({
    fetch: async (url, init) => {
      asked.push({ url: url instanceof Request ? url.url : url.toString(), signal: init?.signal });
      init?.signal?.throwIfAborted();
      return Response.json(
        { hits: [hit], next: null, isWhole: true },
        { status: of.status ?? 200 },
      );
    },
    isOnline: () => of.isOnline ?? true,
    readToken: async () => 'token',
    readLacking: async () => of.lacking ?? [id],
  });
  const abort = new AbortController();
  return {
    asked,
    abort,
    ask: () => ask({ query: 're', includesTrash: false, signal: abort.signal }),
  };
}

it('a device that holds everything asks nothing', async () => {
  const { ask, asked } = asking({ lacking: [] });
  expect(await ask()).toBeUndefined();
  expect(asked).toEqual([]);
});

it('a device that lacks something asks for that workspace only', async () => {
  const { ask, asked, abort } = asking();
  expect(await ask()).toEqual({ name: 'found', hits: [hit] });
  expect(asked).toEqual([{ url: `/api/workspaces/${id}/search?q=re`, signal: abort.signal }]);
});

it('without a network nothing is asked, and a refusal is no answer', async () => {
  const offline = asking({ isOnline: false });
  expect(await offline.ask()).toEqual({ name: 'failed' });
  expect(offline.asked).toEqual([]);
  expect(await asking({ status: 503 }).ask()).toEqual({ name: 'failed' });
});
