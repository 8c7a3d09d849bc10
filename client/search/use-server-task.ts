import { useEffect, useRef, useState } from 'react';
import { useTiming } from '#client/ui/timing.ts';
import type { FoundTask } from '#shared/found-task-message';
import { askInRounds, type RoundOutcome } from './ask-in-rounds.ts';
import type { SearchServer, WhyNot } from './server-answer.ts';

/** What is known of a task that this device does not have yet. */
export type ServerTask =
  | { name: 'reading' }
  | { name: 'read'; found: FoundTask }
  | { name: 'gone' }
  | { name: 'failed'; why: WhyNot };

/**
 * Reads a task at the server, and again after growing delays while it gives no answer, or not all comments yet; at once when
 * the network comes back. What was read stays meanwhile. Which task it is must not change: give the component a key.
 */
export function useServerTask(of: {
  server: SearchServer;
  workspaceId: string;
  taskId: string;
}): ServerTask & { retry: () => void } {
  const { server, workspaceId, taskId } = of;
  const timing = useTiming();
  const [task, setTask] = useState<ServerTask>({ name: 'reading' });
  const again = useRef<() => void>(undefined);
  useEffect(() => {
    const ask = async (signal: AbortSignal): Promise<RoundOutcome> => {
      const answer = await server.readTask({ workspaceId, taskId, signal });
      if (!signal.aborted) setTask((held) => afterAnswer(held, answer));
      if (answer.name === 'failed') return answer;
      const isWhole = answer.name === 'missing' || answer.answer.isWhole;
      return { name: isWhole ? 'done' : 'unfinished' };
    };
    const rounds = askInRounds({ server, timing, firstAfterMs: 0, ask });
    again.current = () => {
      setTask((held) => (held.name === 'failed' ? { name: 'reading' } : held));
      rounds.again();
    };
    return () => rounds.stop();
  }, [server, workspaceId, taskId, timing]);
  return { ...task, retry: () => again.current?.() };
}

function afterAnswer(
  held: ServerTask,
  answer: Awaited<ReturnType<SearchServer['readTask']>>,
): ServerTask {
  if (answer.name === 'answered') return { name: 'read', found: answer.answer };
  if (answer.name === 'missing') return { name: 'gone' };
  return held.name === 'read' ? held : { name: 'failed', why: answer.why };
}
