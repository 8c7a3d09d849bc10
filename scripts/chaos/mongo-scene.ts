import type { SeededRandom } from '#scripts/seeded-random';
import type { Creation } from '#shared/push-message';
import type { BareClient } from './bare-client.ts';
import type { BrowserTabs } from './browser-tabs.ts';
import type { Cast, People } from './cast.ts';
import type { ChaosRecord } from './chaos-record.ts';
import type { Stage } from './stage.ts';

/** Everything a fault may touch. */
export interface MongoScene {
  stage: Stage;
  record: ChaosRecord;
  cast: Cast;
  tabs: BrowserTabs;
  client: BareClient;
  people: People;
  workspaceId: string;
  random: SeededRandom;
}

/** A creation that the bare client makes to ask whether writes go through. */
export function bareTask({ record, random }: Pick<MongoScene, 'record' | 'random'>): Creation {
  const bytes = Array.from({ length: 16 }, () => Math.floor(random() * 256));
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  return { kind: 'task', id, create: { title: `bare ${record.nextMark()}` } };
}
