import * as z from 'zod/mini';
import { type Problem, problemSchema } from '#shared/api-error';
import { uuid } from '#shared/fields';
import { parse } from '#shared/parse';

const userSchema = z.object({ id: uuid, email: z.string(), name: z.string() });
const sessionSchema = z.object({ accessToken: z.string(), user: userSchema });
const meSchema = z.object({ user: userSchema });
const workspacesSchema = z.object({
  workspaces: z.array(z.object({ id: uuid, personal: z.boolean() })),
});

/** A person as the server knows them. */
export type User = z.infer<typeof userSchema>;
/** A fresh session; the refresh cookie that came with it is the browser's own business. */
export type IssuedSession = z.infer<typeof sessionSchema>;

/** What a request came to; `unreachable` also for answers that are not TaskFlow's. */
export type Answer<T> =
  | { name: 'answered'; answer: T }
  | { name: 'refused'; problem: Problem }
  | { name: 'unreachable' };

/** The account routes. None of them ever rejects. */
export interface AuthRequests {
  register(body: { email: string; password: string; name: string }): Promise<Answer<IssuedSession>>;
  login(body: { email: string; password: string }): Promise<Answer<IssuedSession>>;
  refresh(): Promise<Answer<IssuedSession>>;
  logout(): Promise<Answer<unknown>>;
  me(token: string): Promise<Answer<User>>;
  /** The id of the personal workspace, `undefined` if the list has none. */
  personalWorkspaceId(token: string): Promise<Answer<string | undefined>>;
}

/** Creates the routes over `fetch`; `origin` is empty in the app itself. */
export function createAuthRequests(fetch: typeof globalThis.fetch, origin = ''): AuthRequests {
  const post = <S extends z.core.$ZodType>(path: string, schema: S, body: object = {}) =>
    ask(() => fetch(origin + path, postOptions(body)), schema);
  const get = <S extends z.core.$ZodType>(path: string, schema: S, token: string) =>
    ask(() => fetch(origin + path, getOptions(token)), schema);
  return {
    register: (body) => post('/api/auth/register', sessionSchema, body),
    login: (body) => post('/api/auth/login', sessionSchema, body),
    refresh: () => post('/api/auth/refresh', sessionSchema),
    logout: () => post('/api/auth/logout', z.undefined()),
    me: async (token) => {
      const answer = await get('/api/auth/me', meSchema, token);
      return answer.name === 'answered' ? { name: 'answered', answer: answer.answer.user } : answer;
    },
    personalWorkspaceId: async (token) => {
      const answer = await get('/api/workspaces', workspacesSchema, token);
      if (answer.name !== 'answered') return answer;
      const personal = answer.answer.workspaces.find((workspace) => workspace.personal);
      return { name: 'answered', answer: personal?.id };
    },
  };
}

async function ask<S extends z.core.$ZodType>(
  send: () => Promise<Response>,
  schema: S,
): Promise<Answer<z.output<S>>> {
  try {
    const response = await send();
    const body = await readJson(response);
    if (!response.ok) {
      const problem = parse(problemSchema, body);
      return problem.ok ? { name: 'refused', problem: problem.value } : { name: 'unreachable' };
    }
    const parsed = parse(schema, body);
    return parsed.ok ? { name: 'answered', answer: parsed.value } : { name: 'unreachable' };
  } catch {
    return { name: 'unreachable' };
  }
}

/** Only JSON is data: a captive portal answers 200 with a page of its own. No content is `undefined`. */
async function readJson(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const contentType = response.headers.get('content-type') ?? '';
  if (!/^application\/(problem\+)?json\b/.test(contentType)) return null;
  return response.json();
}

function postOptions(body: object): RequestInit {
  return {
    method: 'POST',
    // Another site cannot send this header without asking first, so the cookie alone is of no use to it.
    headers: { 'content-type': 'application/json', 'x-taskflow': '1' },
    body: JSON.stringify(body),
    credentials: 'same-origin',
    redirect: 'error',
    cache: 'no-store',
    signal: AbortSignal.timeout(15_000),
  };
}

function getOptions(token: string): RequestInit {
  return {
    headers: { authorization: `Bearer ${token}` },
    redirect: 'error',
    cache: 'no-store',
    signal: AbortSignal.timeout(15_000),
  };
}
