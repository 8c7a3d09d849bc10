import type { LocalDatabase } from '#client/store/local-database.ts';
import type { SyncTransport } from '#client/sync/sync-transport.ts';
import type { VirtualTime } from '#client/sync/testing/virtual-time.ts';
import type { SeededRandom } from '#scripts/seeded-random';
import type { Storage } from '#server/storage/port';
import type { Sync } from '#server/sync/create-sync';
import type { Alterations } from './altered-build.ts';
import type { ReplicaParts } from './simulated-replica.ts';

/** A product broken on purpose: parts that are handed in altered, never a switch in the product itself. */
export interface Mutation {
  name: string;
  /** Broken so badly that the run itself may break: an exception counts as caught. Left out: it does not. */
  mayThrow?: boolean;
  /** Places in the sources, for a build that is broken there. */
  breaks?: Alterations;
  alterStorage?: (storage: Storage, of: { random: SeededRandom; time: VirtualTime }) => Storage;
  alterSync?: (sync: Sync, parts: ReplicaParts) => Sync;
  alterServerClock?: (nowMs: number) => number;
  pollsHeads?: boolean;
  alterStore?: (store: LocalDatabase) => LocalDatabase;
  alterTransport?: (transport: SyncTransport, store: LocalDatabase) => SyncTransport;
}
