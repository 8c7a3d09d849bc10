import type { SeededRandom } from '#scripts/seeded-random';
import type { BareClient } from './bare-client.ts';
import type { ChaosRecord } from './chaos-record.ts';
import { bareTask } from './mongo-scene.ts';

const resumeWithinMs = 30_000;

/** The bare client asks until a push goes through; every server is asked, since any may be the one that hangs (R4). */
export async function awaitWrites(
  of: {
    servers: readonly { readonly name: string; readonly url: string }[];
    client: BareClient;
    record: ChaosRecord;
    random: SeededRandom;
  },
  fault: string,
): Promise<void> {
  const { servers, client, record } = of;
  for (const { url, name } of servers) {
    const startMs = Date.now();
    const batch = client.make([bareTask(of)]);
    const isAnswered = await client.pushUntilAnswered(url, batch, resumeWithinMs);
    const tookMs = isAnswered ? Date.now() - startMs : undefined;
    record.facts.resumptions.push({ fault: `${fault}, asked of ${name}`, tookMs });
  }
}
