import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestPerson } from '../testing/test-person.ts';

let server: TestServer;
let alice: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  alice = await server.person('Alice');
});
afterAll(() => server.close());

describe('workspaces', () => {
  test('[R3] a workspace made twice under one key is one, and stands behind the personal one', async () => {
    const headers = { 'Idempotency-Key': 'workspace-1' };
    const json = { name: 'A team' };
    const carol = await server.person('Carol');
    const first = await carol.send('POST /api/workspaces', { json, headers });
    const again = await carol.send('POST /api/workspaces', { json, headers });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    const other = await carol.send('POST /api/workspaces', { json: { name: 'B team' }, headers });
    expect([other.status, other.body['code']]).toEqual([409, 'idempotency_conflict']);
    const { body } = await carol.send('GET /api/workspaces');
    expect(body['workspaces']).toEqual([
      { id: expect.any(String), name: 'Personal', role: 'admin', personal: true },
      { id: first.body['id'], name: 'A team', role: 'admin', personal: false },
    ]);
  });

  test.each([[{}], [{ name: '' }], [{ name: '   ' }], [{ name: 'x', role: 'admin' }]])(
    'a workspace of %j is refused',
    async (json) => {
      expect((await alice.send('POST /api/workspaces', { json })).status).toBe(422);
    },
  );
});
