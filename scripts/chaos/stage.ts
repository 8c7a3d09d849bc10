import { rm } from 'node:fs/promises';
import { prepareGround, type Ground } from '#scripts/chaos/ground';
import { type MongoSet, startMongoSet } from '#scripts/chaos/mongo-set';
import { type RedisProcess, startRedisProcess } from '#scripts/chaos/redis-link';
import { serverNames, type ServerReplica, startServerSet } from '#scripts/chaos/server-set';

/** Everything behind the clients: real processes, and links between them that can go bad. */
export interface Stage {
  readonly mongo: MongoSet;
  readonly redis: RedisProcess;
  readonly servers: readonly ServerReplica[];
  /** For reading log and view past all links: of the current primary, so ask again after a fail-over. */
  storageUrl(): Promise<string>;
  /** Ends everything, whatever state it is in, and deletes the databases; the logs stay in the folder. */
  stop(): Promise<void>;
}

/**
 * Starts MongoDB, Redis and servers in fair weather and waits until all are ready. `random` is used by the links.
 * When a part does not start, what did start is ended and the reason thrown. Should this process be killed, everything
 * ends with it.
 */
export async function startStage(of: {
  random: () => number;
  servers: 2 | 3;
  folder: string;
}): Promise<Stage> {
  const ground = await prepareGround(of);
  try {
    return await build(ground, of);
  } catch (error) {
    await ground.clear();
    throw error;
  }
}

async function build(ground: Ground, of: { random: () => number; servers: 2 | 3 }): Promise<Stage> {
  const { random } = of;
  const names = serverNames(of.servers);
  const [mongo, redis] = await Promise.all([
    startMongoSet({ ground, observers: names }),
    startRedisProcess(ground),
  ]);
  const servers = await startServerSet({ ground, mongo, redisPort: redis.port, names, random });
  return {
    mongo,
    redis,
    servers,
    storageUrl: () => mongo.primaryUrl(),
    stop: async () => {
      await ground.clear();
      const folders = mongo.members.map(({ name }) => `${ground.folder}/${name}`);
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
    },
  };
}
