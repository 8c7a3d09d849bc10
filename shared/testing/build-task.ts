import type { ChangeContext } from '#shared/apply-change';
import type { AnyDocument } from '#shared/kind-definition';
import type { FieldChange } from '#shared/push-message';
import { formatStamp, type Stamp } from '#shared/stamp';
import { taskKind } from '#shared/task';

/** Ids that tests share; anything else is made where it matters. */
export const testIds = {
  workspace: '11111111-1111-4111-8111-111111111111',
  task: '22222222-2222-7222-8222-222222222222',
  label: '33333333-3333-7333-8333-333333333333',
  alice: '44444444-4444-4444-8444-444444444444',
  bob: '55555555-5555-4555-8555-555555555555',
} as const;

/** A device of Alice's, another of hers, and one of Bob's. */
export const testDevices = {
  alice: 'alice00000',
  alicePhone: 'alicephone',
  bob: 'bob0000000',
} as const;

/** The stamp of a device at a time, ms. */
export function stampAt(ms: number, deviceId: string = testDevices.alice): Stamp {
  return formatStamp({ ms, counter: 0, deviceId });
}

/** A task made at time 1,000 by Alice, with everything but what matters filled in. */
export function buildTask(fields: Record<string, unknown> = {}): AnyDocument {
  return {
    ...taskKind.defaults,
    title: 'Pay rent',
    createdAt: '2026-11-22T09:00:00.000Z',
    createdBy: testIds.alice,
    kind: 'task',
    id: testIds.task,
    workspaceId: testIds.workspace,
    seq: 1,
    stamps: { '*': stampAt(1_000) },
    ...fields,
  };
}

/** A change of the task's title from what was held at its creation, but for what matters. */
export function buildChange(change: Partial<FieldChange> = {}): FieldChange {
  const { group = 'title', value = { title: 'Pay the rent' } } = change;
  return { kind: 'task', id: testIds.task, group, value, base: stampAt(1_000), ...change };
}

/** What a server applies a change of Alice's in, at commit time 1,000,000. */
export function buildContext(context: Partial<ChangeContext> = {}): ChangeContext {
  return {
    workspaceId: testIds.workspace,
    userId: testIds.alice,
    stamp: stampAt(2_000),
    createdAt: '2026-11-22T10:00:00.000Z',
    ceilingMs: 1_000_000,
    ...context,
  };
}
