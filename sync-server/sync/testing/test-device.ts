import { v7 } from 'uuid';
import type { Batch, Change, PushAnswer } from '#shared/push-message';
import { formatStamp, type Stamp } from '#shared/stamp';
import { type TestReplica, testNowMs } from './start-replica.ts';

/** A device with an outbox: it numbers its batches and offers them to any replica, as often as a test likes. */
export interface TestDevice {
  deviceId: string;
  /** The next batch of this device; its stamp is later than those before. */
  batch(...changes: Change[]): Batch;
  /** Offers batches to a replica. */
  push(replica: TestReplica, ...batches: Batch[]): Promise<PushAnswer>;
}

/** A device of a person in a workspace. `seed` sets its clock forward by as many milliseconds. */
export function testDevice(of: {
  workspaceId: string;
  userId: string;
  deviceId: string;
  seed?: number;
}): TestDevice {
  const { workspaceId, userId, deviceId, seed = 0 } = of;
  let n = 0;
  return {
    deviceId,
    batch: (...changes) => {
      n += 1;
      const stamp = formatStamp({ ms: testNowMs - 1_000_000 + seed, counter: n, deviceId });
      return { n, v: 1, stamp, changes };
    },
    push: (replica, ...batches) => {
      return replica.sync.push({ userId, request: { workspaceId, deviceId, batches } });
    },
  };
}

/** The creation of a task. */
export function newTask(title: string, fields: Record<string, unknown> = {}): Change {
  return { kind: 'task', id: v7(), create: { title, ...fields } };
}

/** A new title for a task, from what was held under `base`. */
export function newTitle(id: string, title: string, base: Stamp | null): Change {
  return { kind: 'task', id, group: 'title', value: { title }, base };
}
