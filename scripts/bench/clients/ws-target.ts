import { WebSocket } from 'ws';
import type { BenchTask, LiveClient, LiveTarget } from '#scripts/bench/clients/live-client';

/** Clients of the bare-ws floor: one JSON text a frame, answers known by the number of the request. */
export function createWsTarget(url: string, shared: BenchTask): LiveTarget {
  return { connect: (onTitle) => connect(url.replace(/^http/, 'ws'), shared, onTitle) };
}

async function connect(
  url: string,
  shared: BenchTask,
  onTitle?: (title: string) => void,
): Promise<LiveClient> {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  const waiting = new Map<number, () => void>();
  let lastId = 0;
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('message', (bytes: Buffer) => {
    const message = JSON.parse(bytes.toString('utf8'));
    if (message.event === 'changed') return onTitle?.(message.task.title);
    waiting.get(message.id)?.();
    return waiting.delete(message.id);
  });
  const send = (event: string, task: BenchTask): Promise<void> => {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, event, task }));
    });
  };
  return {
    edit: (title) => send('edit', { ...shared, title }),
    create: (task) => send('create', task),
    close: () => socket.close(),
  };
}
