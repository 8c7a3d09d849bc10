import type { AnyDocument } from '#shared/kind-definition';
import type { Storage } from '../storage/port.ts';
import { decodeBody } from '../sync/log-entry.ts';
import type { FreshDocuments } from '../workspaces/fresh-documents.ts';
import { mergeNotices } from './merge-notices.ts';
import { noticesOfEntry } from './notices-of-entry.ts';

/** Makes notices out of the logs, as a reader of them: a commit never waits for it. */
export interface LogFollower {
  /** Reads what the log of a workspace holds that was not read yet; several calls at once are one or two readings. */
  follow(workspaceId: string): Promise<void>;
  /** The same for every workspace: for what another replica committed and then ended. */
  followAll(): Promise<void>;
  /** Resolves when nothing is being read any more. */
  drain(): Promise<void>;
}

/** What following works with. */
export interface FollowerParts {
  storage: Storage;
  documents: FreshDocuments;
  epochOf: (workspaceId: string) => Promise<string>;
  now: () => number;
  onFailed: (workspaceId: string, error: unknown) => void;
}

const pageEntries = 500;
const pageBytes = 4 * 1024 * 1024;
const pageWorkspaces = 500;

/**
 * The mark of a workspace is raised after the notices up to it are durable, so that a server that ends in between writes
 * them once more: the same notice has the same id, and an older one never replaces a newer one.
 */
export function createLogFollower(of: FollowerParts): LogFollower {
  const running = new Map<string, { work: Promise<void>; isAskedAgain: boolean }>();
  const end = { isDraining: false };

  async function run(workspaceId: string): Promise<void> {
    const turn = { work: Promise.resolve(), isAskedAgain: true };
    running.set(workspaceId, turn);
    try {
      while (turn.isAskedAgain && !end.isDraining) {
        turn.isAskedAgain = false;
        turn.work = readLog(of, workspaceId, end);
        await turn.work;
      }
    } catch (error) {
      of.onFailed(workspaceId, error);
    } finally {
      running.delete(workspaceId);
    }
  }

  const follow = async (workspaceId: string) => {
    const turn = running.get(workspaceId);
    if (turn === undefined) return run(workspaceId);
    turn.isAskedAgain = true;
    await turn.work.catch(() => undefined);
  };
  return {
    follow,
    followAll: async () => {
      let afterId = '';
      while (!end.isDraining) {
        const ids = await of.storage.directory.workspaceIds({ afterId, limit: pageWorkspaces });
        for (const id of await behind(of, ids)) await follow(id);
        const last = ids.at(-1);
        if (last === undefined || ids.length < pageWorkspaces) return;
        afterId = last;
      }
    },
    drain: async () => {
      end.isDraining = true;
      await Promise.allSettled([...running.values()].map(({ work }) => work));
    },
  };
}

/** Those of these workspaces whose log goes further than was read. */
async function behind(of: FollowerParts, ids: readonly string[]): Promise<string[]> {
  const heads = await of.storage.changeLog.heads({ workspaceIds: ids });
  const found: string[] = [];
  for (const [workspaceId, { seq, epoch }] of heads) {
    const mark = await of.storage.notices.noticedTo({ workspaceId, epoch });
    if (mark < seq) found.push(workspaceId);
  }
  return found;
}

async function readLog(
  of: FollowerParts,
  workspaceId: string,
  end: { readonly isDraining: boolean },
): Promise<void> {
  const { notices, changeLog } = of.storage;
  const epoch = await of.epochOf(workspaceId);
  let after = await notices.noticedTo({ workspaceId, epoch });
  let members: ReadonlyMap<string, string> | undefined;
  while (!end.isDraining) {
    const range = { workspaceId, after, limit: pageEntries, maxBytes: pageBytes };
    const entries = await changeLog.read(range);
    const last = entries.at(-1);
    if (last === undefined) return;
    members ??= await readMembers(of.documents, workspaceId);
    const all = entries.map((entry) =>
      noticesOfEntry({
        entry,
        body: decodeBody(entry),
        nowMs: of.now(),
        members: members ?? new Map(),
      }),
    );
    const { puts, removes } = mergeNotices(all);
    if (removes.length > 0) await notices.removeNotices({ workspaceId, notices: removes });
    if (puts.length > 0) await notices.putNotices(puts);
    await notices.raiseNoticedTo({ workspaceId, epoch, seq: last.seq });
    after = last.seq;
  }
}

/** The people of a workspace who are members now: their names by their ids. */
export async function readMembers(
  documents: FreshDocuments,
  workspaceId: string,
): Promise<ReadonlyMap<string, string>> {
  const members = new Map<string, string>();
  for await (const member of documents.list({ workspaceId, kind: 'member', afterId: '' })) {
    const person = personOf(member);
    if (person !== undefined) members.set(...person);
  }
  return members;
}

function personOf({ userId, name, role }: AnyDocument): [string, string] | undefined {
  if (typeof userId !== 'string' || role === null || role === undefined) return undefined;
  return [userId, typeof name === 'string' ? name : ''];
}
