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

const add = (json: Record<string, unknown>, headers: Record<string, string> = {}) =>
  alice.send('POST /api/tasks', { json, headers });

describe('POST /api/tasks with quickAdd', () => {
  test('reads the line as the app does, in the zone of the request', async () => {
    const { status, body } = await add({
      quickAdd: 'Pay rent 2030-05-06 at 9am !1 #flat @alice ~30m',
      timeZone: 'Europe/Lisbon',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      title: 'Pay rent',
      dueDate: '2030-05-06',
      dueTime: '09:00',
      timeZone: 'Europe/Lisbon',
      priority: 'urgent',
      estimateMinutes: 30,
      assignees: { [alice.id]: true },
    });
    expect(Object.keys(Object(body['labels']))).toHaveLength(1);
  });

  test('a line may be in any language that TaskFlow reads', async () => {
    const { body } = await add({ quickAdd: 'ادفع الإيجار ٦ مايو ٢٠٣٠ الساعة ٩ صباحًا' });
    expect(body).toMatchObject({ title: 'ادفع الإيجار', dueDate: '2030-05-06', dueTime: '09:00' });
  });

  test('a label that is there is not made again, and fields of the request win', async () => {
    const first = await add({ quickAdd: 'Paint #diy' });
    const second = await add({
      quickAdd: 'Plaster #DIY tomorrow !2',
      priority: 'low',
      dueDate: null,
    });
    expect(second.body['labels']).toEqual(first.body['labels']);
    expect(second.body).toMatchObject({ title: 'Plaster', priority: 'low', dueDate: null });
  });

  test('[R3] repeated under its Idempotency-Key it is committed once, with its label', async () => {
    const request = { quickAdd: 'Once #again tomorrow' };
    const first = await add(request, { 'Idempotency-Key': 'line-1' });
    const second = await add(request, { 'Idempotency-Key': 'line-1' });
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
  });

  test('quoted text and what means two days stay the title', async () => {
    const { body } = await add({ quickAdd: 'Read "tomorrow" by 4/12' });
    expect(body).toMatchObject({ title: 'Read tomorrow by 4/12', dueDate: null });
  });

  test.each([
    ['no title', { quickAdd: '#flat !1' }, '/quickAdd', 'no_title'],
    ['nothing', { quickAdd: '' }, '/quickAdd', 'too_small'],
    ['no text', { quickAdd: 1 }, '/quickAdd', 'type'],
    ['too much', { quickAdd: 'x'.repeat(501) }, '/quickAdd', 'too_big'],
    ['a lone surrogate', { quickAdd: '\ud800' }, '/title', 'text'],
    ['a zone that is none', { quickAdd: 'Call', timeZone: 'Mars/Base' }, '/timeZone', 'time_zone'],
    ['an unknown field', { quickAdd: 'Call', color: 'red' }, '/color', 'unknown_field'],
  ])('a line with %s is refused with a pointer', async (_, json, pointer, code) => {
    const { status, body } = await add(json);
    expect([status, body['code']]).toEqual([422, 'invalid']);
    expect(body['errors']).toContainEqual({ pointer, code });
  });
});
