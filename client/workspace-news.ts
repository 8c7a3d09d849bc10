import { uuid } from '#shared/fields';
import { parse } from '#shared/parse';

/** Tells the tabs of one person on this device of workspaces they may not have open. */
export interface WorkspaceNews {
  tell(workspaceId: string): void;
  close(): void;
}

/** Opens the channel; `onNews` hears what other tabs, and other parts of this one, tell. Only an id travels. */
export function openWorkspaceNews(
  userId: string,
  onNews: (workspaceId: string) => void = () => undefined,
): WorkspaceNews {
  const channel = new BroadcastChannel(`taskflow/workspaces/${userId}`);
  channel.addEventListener('message', ({ data }) => {
    const told = parse(uuid, data);
    if (told.ok) onNews(told.value);
  });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel, not a window
    tell: (workspaceId) => channel.postMessage(workspaceId),
    close: () => channel.close(),
  };
}
