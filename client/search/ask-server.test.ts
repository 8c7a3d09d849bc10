import { expect, it } from 'vitest';
import type { ServerHit, ServerSearchAnswer } from '#shared/search-message';
import { createAskServer } from './ask-server.ts';
import type { ServerAnswer, WorkspaceQuestion } from './server-answer.ts';
import { hitOf } from './testing/server-hits.ts';

type Answer = ServerAnswer<ServerSearchAnswer>;

const [rent, milk, tea] = ['Rent', 'Milk', 'Tea'].map((title) => hitOf(title));
const page = (hits: (ServerHit | undefined)[], next: string | null = null): Answer => ({
  name: 'answered',
  answer: { hits: hits.filter((hit) => hit !== undefined), next, isWhole: true },
});

/** Asks with answers by workspace, each list in its order. */
function asking(answers: Record<string, Answer[]>, lacking = Object.keys(answers)) {
  const asked: Pick<WorkspaceQuestion, 'workspaceId' | 'before'>[] = [];
  const ask = createAskServer({
    server: {
      search: async ({ workspaceId, before }) => {
        asked.push({ workspaceId, before });
        return answers[workspaceId]?.shift() ?? page([]);
      },
    },
    readLacking: async () => lacking,
  });
  const question = (query = 're') => ({
    query,
    includesTrash: false,
    signal: new AbortController().signal,
  });
  return { asked, ask, question };
}

it('a device that holds everything asks nothing, and neither does a query without a word', async () => {
  const whole = asking({ home: [] }, []);
  expect(await whole.ask.first(whole.question())).toBeUndefined();
  const lacking = asking({ home: [] });
  expect(await lacking.ask.first(lacking.question(' ?! '))).toBeUndefined();
  expect([whole.asked, lacking.asked]).toEqual([[], []]);
});

it('each workspace that lacks something is asked, and asked on from where it ended', async () => {
  const { ask, asked, question } = asking({
    home: [page([rent], 'before-rent'), page([tea])],
    work: [page([milk])],
  });
  const first = await ask.first(question());
  expect(first).toMatchObject({ hits: [rent, milk], isWhole: true, failure: undefined });
  expect(first?.next).toEqual(new Map([['home', 'before-rent']]));
  const second = first && (await ask.after(first, question()));
  expect(second).toMatchObject({ hits: [tea], next: new Map() });
  expect(asked.at(-1)).toEqual({ workspaceId: 'home', before: 'before-rent' });
});

it('empty pages that have a next one are gone past, but not without end', async () => {
  const some = asking({ home: [page([], 'a'), page([], 'b'), page([rent], 'c')] });
  expect(await some.ask.first(some.question())).toMatchObject({
    hits: [rent],
    next: new Map([['home', 'c']]),
  });
  const none = asking({ home: Array.from({ length: 9 }, (_, at) => page([], `p${at}`)) });
  const first = await none.ask.first(none.question());
  expect([none.asked.length, first?.next.get('home')]).toEqual([4, 'p3']);
});

it('what one workspace does not answer keeps nothing of the others back', async () => {
  const busy = { name: 'failed', why: 'busy', retryAfterMs: 5_000 } as const;
  const { ask, question } = asking({
    home: [page([rent])],
    work: [busy],
    gone: [{ name: 'missing' }],
  });
  expect(await ask.first(question())).toEqual({
    hits: [rent],
    next: new Map(),
    isWhole: true,
    failure: busy,
  });
});

it('a next page that was not answered can be asked for again', async () => {
  const { ask, question } = asking({
    home: [page([rent], 'cut'), { name: 'failed', why: 'away' }, page([tea])],
  });
  const first = await ask.first(question());
  const failed = first && (await ask.after(first, question()));
  expect(failed).toMatchObject({ failure: { why: 'away' }, next: new Map([['home', 'cut']]) });
  expect(failed && (await ask.after(failed, question()))).toMatchObject({ hits: [tea] });
});
