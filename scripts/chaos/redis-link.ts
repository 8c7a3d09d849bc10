import { connect } from 'node:net';
import type { Ground } from '#scripts/chaos/ground';
import type { RestartableProcess } from '#scripts/chaos/restartable-process';
import { findSteadyPort } from '#scripts/chaos/steady-port';
import { redisPath } from '#scripts/redis';

/** The Redis of the run, which forgets everything when it is killed. */
export type RedisProcess = RestartableProcess & { readonly port: number };

/** Starts redis-server. Throws when this machine has none. */
export async function startRedisProcess(ground: Ground): Promise<RedisProcess> {
  const program = redisPath();
  if (program === undefined) {
    throw new Error('No redis-server on PATH: install it or set REDIS_SERVER.');
  }
  const port = await findSteadyPort();
  const address = ['--port', String(port), '--bind', '127.0.0.1', '--dir', ground.folder];
  const redis = ground.addProcess({
    name: 'redis',
    command: [program, ...address, '--save', '', '--appendonly', 'no', '--daemonize', 'no'],
    isReady: () => answersPing(port),
  });
  await redis.start();
  return Object.assign(redis, { port });
}

function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write('PING\r\n'));
    const settle = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket.once('data', (bytes) => settle(bytes.toString().startsWith('+PONG')));
    socket.once('error', () => settle(false));
    socket.setTimeout(1_000, () => settle(false));
  });
}
