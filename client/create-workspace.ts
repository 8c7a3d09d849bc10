import type { Browser } from '#client/browser.ts';
import { loadTransport } from '#client/lazy-transport.ts';
import type { Session } from '#client/session/session.ts';
import { openWorkspaceNews } from '#client/workspace-news.ts';
import type { CreateWorkspace, WorkspaceAnswer } from '#client/workspaces/new-workspace.tsx';

/** Makes workspaces at the server, over the same authorised routes as sync, and has them opened by all tabs here. */
export function createWorkspaceMaker(of: {
  browser: Browser;
  session: Session;
  userId: string;
}): CreateWorkspace {
  return async (wish) => {
    const transport = await loadTransport(of);
    if (transport === undefined) return { name: 'failed', why: 'away' };
    const outcome = await transport.createWorkspace(wish);
    if (outcome.name !== 'answered') return { name: 'failed', why: reasonOf(outcome.name) };
    const { id } = outcome.answer;
    const news = openWorkspaceNews(of.userId);
    news.tell(id);
    news.close();
    return { name: 'created', id };
  };
}

function reasonOf(outcome: string): Extract<WorkspaceAnswer, { name: 'failed' }>['why'] {
  if (outcome === 'unreachable') return 'away';
  if (outcome === 'needs-sign-in') return 'signedOut';
  return outcome === 'busy' ? 'busy' : 'failed';
}
