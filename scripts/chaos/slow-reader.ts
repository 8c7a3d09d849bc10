import { setTimeout as pause } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { liveEvents } from '#shared/live-message';
import { protocolVersion } from '#shared/protocol-version';
import { startFaultProxy } from './fault-proxy.ts';
import { bareTask, type MongoScene } from './mongo-scene.ts';

/** Whom a slow reader listens to. */
interface SlowReaderParts {
  /** Of the server itself, past its link. */
  directUrl: string;
  token: string;
  workspaceId: string;
  deviceId: string;
  random: () => number;
}

/** A socket whose reader has stopped reading. */
interface SlowReader {
  /** Reads on, and says whether it finds out within `withinMs` that the server has let go of it. */
  wasCut(withinMs: number): Promise<boolean>;
  close(): Promise<void>;
}

/** Some 26 KB each, so that they fit into an event; together more than the system's own buffers and what a socket may keep waiting. */
const slowReaderTasks = 260;
const slowReaderNotes = 4_500;

/** Nobody else may feel it, and the server must not keep everything for it: it is let go, and would pull afterwards. */
export async function keepFromReading(scene: MongoScene, directUrl: string): Promise<void> {
  const { client, workspaceId, random, record } = scene;
  const { token, deviceId } = client;
  const reader = await openSlowReader({ directUrl, token, workspaceId, deviceId, random });
  try {
    for (let written = 0; written < slowReaderTasks; written += 1) {
      const task = bareTask(scene);
      const notes = `${record.nextMark()} `.repeat(slowReaderNotes);
      const batch = client.make([{ ...task, create: { ...task.create, notes } }]);
      await client.pushUntilAnswered(directUrl, batch, 10_000);
    }
    // The server looks at what waits for its sockets every 2 s.
    await pause(5_000);
    record.facts.slowReaders.push({ wasCut: await reader.wasCut(20_000) });
  } finally {
    await reader.close();
  }
}

/** Joins the workspace as any device does, and reads nothing from then on: what it is sent waits at the server. */
async function openSlowReader(of: SlowReaderParts): Promise<SlowReader> {
  const { directUrl, token, workspaceId, deviceId, random } = of;
  const targetPort = Number(new URL(directUrl).port);
  const proxy = await startFaultProxy({ targetPort, random });
  const socket = io(`http://127.0.0.1:${proxy.port}`, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth: { token, protocol: protocolVersion },
  });
  await socket.timeout(10_000).emitWithAck(liveEvents.join, { workspaceId, deviceId });
  const cut = new Promise<boolean>((resolve) => {
    socket.once('disconnect', () => resolve(true));
  });
  proxy.setWeather({ down: 'stall' });
  return {
    wasCut: (withinMs) => {
      proxy.setWeather({ down: 'pass' });
      return Promise.race([cut, pause(withinMs).then(() => false)]);
    },
    close: async () => {
      socket.disconnect();
      await proxy.close();
    },
  };
}
