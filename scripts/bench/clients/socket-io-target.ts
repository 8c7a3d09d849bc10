import type { BenchTask, LiveClient, LiveTarget } from '#scripts/bench/clients/live-client';
import { openSocket } from '#scripts/bench/clients/open-socket';

/** Clients of the floors that speak Socket.IO: bare-socket-io and bare-mongo. */
export function createSocketIoTarget(url: string, shared: BenchTask): LiveTarget {
  return { connect: (onTitle) => connect(url, shared, onTitle) };
}

async function connect(
  url: string,
  shared: BenchTask,
  onTitle?: (title: string) => void,
): Promise<LiveClient> {
  const socket = await openSocket(url);
  if (onTitle) socket.on('changed', (task: BenchTask) => onTitle(task.title));
  return {
    edit: async (title) => {
      await socket.emitWithAck('edit', { ...shared, title });
    },
    create: async (task) => {
      await socket.emitWithAck('create', task);
    },
    close: () => void socket.disconnect(),
  };
}
