import type { ServerHit } from '#shared/search-message';
import { searchTokens } from '#shared/search-tokens';
import type { SearchServer, ServerFailure } from './server-answer.ts';

/** What is asked of the server; `signal` ends it. */
export interface ServerQuestion {
  query: string;
  includesTrash: boolean;
  signal: AbortSignal;
}

/** What all workspaces that were asked had to say. */
export interface ServerPage {
  hits: readonly ServerHit[];
  /** By the id of a workspace that has more: where its next page begins. */
  next: ReadonlyMap<string, string>;
  /** Whether the server has looked at everything. */
  isWhole: boolean;
  /** Why a workspace gave no answer, if one did not. */
  failure: ServerFailure | undefined;
}

/** Asks the server, page by page. Never rejects. */
export interface AskServer {
  /** The first page; undefined where there is nothing to ask: no word, or nothing that this device may lack. */
  first(question: ServerQuestion): Promise<ServerPage | undefined>;
  /** The page after another; a workspace that gave no answer can be asked for it again. */
  after(page: ServerPage, question: ServerQuestion): Promise<ServerPage>;
}

/** Pages may be short, even empty, and still have a next one: so many are asked for at once, until one has something. */
const pagesAtOnce = 4;

/** Creates the questions to the server; `readLacking` gives the workspaces of which this device may lack something. */
export function createAskServer(of: {
  server: Pick<SearchServer, 'search'>;
  readLacking: () => Promise<readonly string[]>;
}): AskServer {
  const askAll = async (
    starts: readonly (readonly [workspaceId: string, before: string | undefined])[],
    question: ServerQuestion,
  ): Promise<ServerPage> => {
    const asked = starts.map(([workspaceId, before]) =>
      askWorkspace(of.server, { ...question, workspaceId, before }),
    );
    return joined(await Promise.all(asked));
  };
  return {
    async first(question) {
      if (searchTokens(question.query).length === 0) return undefined;
      const workspaceIds = await of.readLacking();
      if (workspaceIds.length === 0) return undefined;
      return askAll(
        workspaceIds.map((id) => [id, undefined]),
        question,
      );
    },
    after: (page, question) => askAll([...page.next], question),
  };
}

async function askWorkspace(
  server: Pick<SearchServer, 'search'>,
  question: Parameters<SearchServer['search']>[0],
): Promise<ServerPage> {
  const { workspaceId } = question;
  let { before } = question;
  let isWhole = true;
  for (let page = 0; page < pagesAtOnce; page += 1) {
    const outcome = await server.search({ ...question, before });
    if (outcome.name === 'missing') return nothing;
    if (outcome.name === 'failed') {
      return { hits: [], next: nextOf(workspaceId, before), isWhole, failure: outcome };
    }
    const { hits, next, isWhole: isPageWhole } = outcome.answer;
    isWhole = isPageWhole;
    before = next ?? undefined;
    const isDone = hits.length > 0 || before === undefined;
    if (isDone) return { hits, next: nextOf(workspaceId, before), isWhole, failure: undefined };
  }
  return { hits: [], next: nextOf(workspaceId, before), isWhole, failure: undefined };
}

const nothing: ServerPage = { hits: [], next: new Map(), isWhole: true, failure: undefined };

function nextOf(workspaceId: string, before: string | undefined): ServerPage['next'] {
  return new Map(before === undefined ? [] : [[workspaceId, before]]);
}

function joined(pages: readonly ServerPage[]): ServerPage {
  return {
    hits: pages.flatMap(({ hits }) => hits),
    next: new Map(pages.flatMap(({ next }) => [...next])),
    isWhole: pages.every(({ isWhole }) => isWhole),
    failure: pages.find(({ failure }) => failure !== undefined)?.failure,
  };
}
