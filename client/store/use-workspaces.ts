import { useMemo } from 'react';
import { memberId } from '#shared/ids';
import type { AnyDocument } from '#shared/kind-definition';
import { may } from '#shared/permissions';
import type { AppStore } from './app-store.ts';
import { useStore } from './store-context.ts';
import { useLive } from './use-live.ts';

/** A workspace that is open here. */
export interface OpenedWorkspace {
  id: string;
  /** That of the personal one is said in the person's language instead. */
  name: string;
  isPersonal: boolean;
  /** Whether this person may make things in it. */
  isEditable: boolean;
  /** Whether this person may give it another name. The personal one has none of its own. */
  isRenamable: boolean;
}

const none: readonly AnyDocument[] = [];

/** The open workspaces, the personal one first, then by name; none before they are read. */
export function useWorkspaces(): readonly OpenedWorkspace[] {
  const store = useStore();
  const workspaces = useLive(store.live<AnyDocument>({ kind: 'workspace' }), none);
  const members = useLive(store.live<AnyDocument>({ kind: 'member' }), none);
  return useMemo(() => {
    const roles = new Map(members.map(({ id, role }) => [id, role]));
    return workspaces.map((workspace) => opened(workspace, { store, roles })).sort(personalFirst);
  }, [store, workspaces, members]);
}

/** What the open workspaces are called, by id, in their order; empty before they are read. `personal`: the word for one's own. */
export function useWorkspaceNames(personal: string): ReadonlyMap<string, string> {
  const workspaces = useWorkspaces();
  return useMemo(
    () => new Map(workspaces.map(({ id, name, isPersonal }) => [id, isPersonal ? personal : name])),
    [workspaces, personal],
  );
}

function opened(
  { id, name }: AnyDocument,
  of: { store: AppStore; roles: ReadonlyMap<string, unknown> },
): OpenedWorkspace {
  const { userId, workspaceId } = of.store;
  const role = of.roles.get(memberId({ workspaceId: id, userId }));
  const isPersonal = id === workspaceId;
  return {
    id,
    name: typeof name === 'string' ? name : '',
    isPersonal,
    isEditable: may(role, 'edit'),
    isRenamable: !isPersonal && may(role, 'manage'),
  };
}

function personalFirst(a: OpenedWorkspace, b: OpenedWorkspace): number {
  if (a.isPersonal !== b.isPersonal) return a.isPersonal ? -1 : 1;
  return a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);
}
