import { shownBy } from './app-writing.ts';
import type { WorkspaceView } from './workspace-view.ts';

/** Forgets that a move failed, in every workspace that it was to leave. */
export async function dismissMove(spaces: readonly WorkspaceView[], key: string): Promise<void> {
  for (const space of spaces) {
    if (space.meta().leaving?.every((each) => each.key !== key) ?? true) continue;
    await space.database.transact(
      async ({ meta }) => {
        const next = meta.leaving?.map((each) =>
          each.key === key ? { ...each, failed: undefined } : each,
        );
        return { result: undefined, meta: { ...meta, leaving: next ?? [] } };
      },
      ({ meta }) => [meta],
    );
    await shownBy(space);
  }
}
