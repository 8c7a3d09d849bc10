import { expect, test } from 'vitest';
import { protocolVersion } from '#shared/protocol-version';
import type { AccessToken, AccessTokens } from './access-tokens.ts';
import { createHttpTransport } from './http-transport.ts';
import { createVirtualTime } from './testing/virtual-time.ts';

const request = {
  workspaceId: '3d1f6c1e-0000-4000-8000-000000000003',
  after: '0',
  from: 0,
  epoch: undefined,
  deviceId: 'abcdefghij',
};
const page = {
  epoch: 'e',
  documents: [],
  next: '0',
  done: true,
  head: 0,
  hash: '0',
  lastN: 0,
  refused: [],
};

type Reply = () => Response | Promise<Response>;

/** A transport whose requests are answered by `replies` in order, the last one again and again. */
function transportOver(replies: Reply[], tokens: AccessTokens = tokensOf(['one', 'two'])) {
  const time = createVirtualTime();
  const sent: { url: string; headers: Headers }[] = [];
  const fetch = async (url: string | URL | Request, init?: RequestInit) => {
    sent.push({
      url: url instanceof Request ? url.url : url.toString(),
      headers: new Headers(init?.headers),
    });
    const reply = replies[Math.min(sent.length, replies.length) - 1];
    if (reply === undefined) throw new TypeError('no network');
    return reply();
  };
  return { transport: createHttpTransport({ fetch, tokens, scheduler: time }), sent, time };
}

function tokensOf(names: string[]): AccessTokens {
  const left = [...names];
  return {
    accessToken: async (): Promise<AccessToken> => {
      const [token] = left;
      return token === undefined ? { name: 'needs-sign-in' } : { name: 'token', token };
    },
    reject: (token) => {
      if (left[0] === token) left.shift();
    },
    onRenewed: () => () => undefined,
  };
}

function json(body: unknown, init: ResponseInit = {}): Reply {
  return () => Response.json(body, init);
}

function problem(status: number, code: string, members: object = {}): Reply {
  return () =>
    new Response(JSON.stringify({ type: 'urn', title: code, status, code, ...members }), {
      status,
      headers: { 'content-type': 'application/problem+json', 'retry-after': '3' },
    });
}

test('a pull says where it asks from, in which version, and as whom', async () => {
  const { transport, sent } = transportOver([json(page)]);
  expect(await transport.pull(request)).toMatchObject({ name: 'answered', answer: page });
  expect(sent[0]?.url).toBe(
    `/api/sync/pull?workspace=${request.workspaceId}&after=0&from=0&limit=2000&device=abcdefghij`,
  );
  expect(sent[0]?.headers.get('authorization')).toBe('Bearer one');
  expect(sent[0]?.headers.get('x-taskflow-protocol')).toBe(String(protocolVersion));
});

test('[R6] the time of the server comes with the answer', async () => {
  const { transport, time } = transportOver([
    () => Response.json(page, { headers: { 'x-taskflow-time': String(time.now() + 5_000) } }),
  ]);
  expect(await transport.pull(request)).toMatchObject({
    sample: { offsetMs: 5_000, roundTripMs: 0 },
  });
});

test('the page of a captive portal is no answer, whatever its status', async () => {
  for (const status of [200, 401, 403, 404]) {
    const portal = () =>
      new Response('<html>Welcome to Hotel Wi-Fi</html>', {
        status,
        headers: { 'content-type': 'text/html' },
      });
    const { transport } = transportOver([portal]);
    expect(await transport.pull(request)).toEqual({ name: 'unreachable' });
  }
});

test('JSON that is not the answer asked for is no answer', async () => {
  const { transport } = transportOver([json({ ok: true })]);
  expect(await transport.pull(request)).toEqual({ name: 'unreachable' });
});

test('no network is an outcome, not an exception', async () => {
  const { transport } = transportOver([]);
  expect(await transport.pull(request)).toEqual({ name: 'unreachable' });
});

test('each problem becomes what the device does about it', async () => {
  const cases: [Reply, object][] = [
    [problem(409, 'batch_gap', { expected: 5 }), { name: 'batch-gap', expected: 5 }],
    [problem(409, 'epoch_changed'), { name: 'epoch-changed' }],
    [problem(410, 'checkpoint_expired'), { name: 'checkpoint-expired' }],
    [problem(413, 'too_large'), { name: 'too-large' }],
    [problem(426, 'upgrade_required'), { name: 'update-required' }],
    [problem(404, 'workspace_unknown'), { name: 'missing' }],
    [problem(403, 'device_taken'), { name: 'device-taken' }],
    [
      problem(403, 'membership_ended', { seq: 8 }),
      { name: 'membership-ended', seq: 8, epoch: undefined },
    ],
    [problem(403, 'forbidden'), { name: 'rejected', code: 'forbidden' }],
    [problem(429, 'too_many_requests'), { name: 'busy', retryAfterMs: 3_000 }],
    [problem(503, 'busy'), { name: 'busy', retryAfterMs: 3_000 }],
    [problem(507, 'storage_full'), { name: 'busy', retryAfterMs: 3_000 }],
    [() => new Response('Bad Gateway', { status: 502 }), { name: 'busy', retryAfterMs: undefined }],
  ];
  for (const [reply, outcome] of cases) {
    const { transport } = transportOver([reply]);
    expect(await transport.pull(request)).toEqual(outcome);
  }
});

test('[R12] a token that expired is renewed once and the request sent again', async () => {
  const { transport, sent } = transportOver([problem(401, 'token_expired'), json(page)]);
  expect(await transport.pull(request)).toMatchObject({ name: 'answered' });
  expect(sent.map(({ headers }) => headers.get('authorization'))).toEqual([
    'Bearer one',
    'Bearer two',
  ]);
});

test('[R12] without a session nothing is sent', async () => {
  const { transport, sent } = transportOver([json(page)], tokensOf([]));
  expect(await transport.pull(request)).toEqual({ name: 'needs-sign-in' });
  expect(sent).toEqual([]);
});

test('a full push over a slow link is given the time it needs', async () => {
  const time = createVirtualTime();
  const answer = { epoch: 'e', head: 1, results: [] };
  const slowFetch = (_url: string | URL | Request, init?: RequestInit) =>
    new Promise<Response>((resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new TypeError('aborted')));
      time.after(60_000, () => resolve(Response.json(answer)));
    });
  const transport = createHttpTransport({
    fetch: slowFetch,
    tokens: tokensOf(['one']),
    scheduler: time,
  });
  const { workspaceId, deviceId } = request;
  const create = { title: 'Imported', notes: 'x'.repeat(800_000) };
  const changes = [{ kind: 'task', id: workspaceId, create }];
  const batch = { n: 1, v: 1, stamp: '0mib1mfdh000-abcdefghij', changes };
  const large = transport.push({ workspaceId, deviceId, batches: [batch] });
  const small = transport.push({ workspaceId, deviceId, batches: [] });
  await time.advance(60_000);
  expect(await large).toMatchObject({ name: 'answered' });
  expect(await small).toEqual({ name: 'unreachable' });
});

test('a search says what it asks, and nothing of the address can leave the place it stands in', async () => {
  const answer = { hits: [], next: null, isWhole: true };
  const { transport, sent } = transportOver([json(answer)]);
  const { signal } = new AbortController();
  const question = { query: 'a&b', includesTrash: true, limit: 50, before: undefined, signal };
  const { workspaceId } = request;
  expect(await transport.search({ ...question, workspaceId })).toMatchObject({ answer });
  await transport.readFoundTask({ workspaceId: '../../sync', taskId: 'x?y', signal });
  expect(sent.map(({ url }) => url)).toEqual([
    `/api/workspaces/${workspaceId}/search?q=a%26b&limit=50&trash=true`,
    '/api/workspaces/..%2F..%2Fsync/search/x%3Fy',
  ]);
});

test('a search that nobody waits for any more is ended, and none begins after that', async () => {
  const abort = new AbortController();
  const { signal } = abort;
  const { transport, sent } = transportOver([
    () => {
      abort.abort();
      throw new DOMException('ended', 'AbortError');
    },
  ]);
  const { workspaceId } = request;
  const question = { workspaceId, query: 'a', includesTrash: false, limit: 50, before: undefined };
  expect(await transport.search({ ...question, signal })).toEqual({ name: 'unreachable' });
  expect(await transport.search({ ...question, signal })).toEqual({ name: 'unreachable' });
  expect(sent).toHaveLength(1);
});

test('a wish for a workspace carries its key, also when the token had to be renewed: a repeat makes one', async () => {
  const workspace = { id: request.workspaceId, name: 'Work', role: 'admin', personal: false };
  const { transport, sent } = transportOver([
    problem(401, 'token_expired'),
    json(workspace, { status: 201 }),
  ]);
  const outcome = await transport.createWorkspace({ name: 'Work', key: 'once' });
  expect(outcome).toMatchObject({ name: 'answered', answer: workspace });
  expect(sent.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['once', 'once']);
});
