import type { APIRequestContext } from '@playwright/test';
import type { Person } from './device.ts';

/** What the server's plain REST door says of a task. */
export interface ServerTask {
  id: string;
  title: string;
  status: string;
  parentId: string | null;
  recurrence: { rule: string; basis: string } | null;
}

/** Every task of a person outside the trash as the server has it, page by page; `status` as the endpoint takes it. */
export async function serverTasks(of: {
  request: APIRequestContext;
  url: string;
  who: Person;
  status?: string;
}): Promise<ServerTask[]> {
  const { request, url, who, status } = of;
  const signedIn = await request.post(`${url}/api/auth/login`, {
    data: { email: who.email, password: who.password },
  });
  const { accessToken } = await signedIn.json();
  const tasks: ServerTask[] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({ limit: '500' });
    if (status !== undefined) query.set('status', status);
    if (cursor !== null) query.set('cursor', cursor);
    const answer = await request.get(`${url}/api/tasks?${query.toString()}`, {
      headers: { Authorization: `Bearer ${accessToken}` },
    });
    const page = await answer.json();
    tasks.push(...page.tasks);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return tasks;
}
