import { randomUUID } from 'node:crypto';

/** Somebody with an account and an empty personal workspace on a measured server. */
export interface TaskflowPerson {
  url: string;
  token: string;
  workspaceId: string;
}

/** Registers somebody new, under a made-up address unless one is given. */
export async function registerPerson(
  url: string,
  { email, password }: { email: string; password: string } = {
    email: `${randomUUID()}@example.com`,
    password: randomUUID(),
  },
): Promise<TaskflowPerson> {
  const registered = await fetch(`${url}/api/auth/register`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password, name: 'Bench' }),
  });
  const { accessToken } = await readJson(registered);
  const token = String(accessToken);
  const listed = await fetch(`${url}/api/workspaces`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const { workspaces } = await readJson(listed);
  const [personal] = Array.isArray(workspaces) ? workspaces : [];
  return { url, token, workspaceId: String(personal?.id) };
}

/** The body of a successful answer; throws with the server's words otherwise. */
export async function readJson(answer: Response): Promise<Record<string, unknown>> {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status}: ${text}`);
  return JSON.parse(text);
}
