import type { AnyDocument } from '#shared/kind-definition';
import type { WorkspaceAction } from '#shared/permissions';
import { useStore } from './store-context.ts';
import { useLive } from './use-live.ts';

/** Gives what tells of workspaces whether the person may do something there; whoever asks renders again when roles change. */
export function useMayDo(action: WorkspaceAction): (workspaceId: string) => boolean {
  const store = useStore();
  useLive<unknown>(store.live<AnyDocument>({ kind: 'member' }), undefined);
  return (workspaceId) => store.may(workspaceId, action);
}
