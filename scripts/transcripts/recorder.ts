/** A batch as a situation writes it; `v` is added. */
export interface SentBatch {
  n: number;
  stamp: string;
  changes: readonly object[];
}

/** Sends requests as one person and writes down, as Markdown, what went over the wire. */
export class Recorder {
  readonly #url: string;
  readonly #lines: string[] = [
    '# Transcripts of the sync protocol',
    '',
    'Recorded from a running server by `npx tsx scripts/protocol-transcripts.ts`; a test keeps them true. Shapes and codes are',
    'explained in [protocol.md](protocol.md). `Authorization`, `X-TaskFlow-Protocol: 1` and cookies are left out.',
  ];
  #count = 0;
  #token = '';
  #userId = '';
  #workspaceId = '';

  constructor(url: string) {
    this.#url = url;
  }

  async signUp(): Promise<void> {
    const account = { email: 'alice@example.com', password: 'a long pass phrase', name: 'Alice' };
    const registered = await this.#send('POST', '/api/auth/register', account);
    this.#token = String(registered.body['accessToken']);
    this.#userId = String(Object(registered.body['user'])['id']);
    const listed = await this.#send('GET', '/api/workspaces');
    this.#workspaceId = String(Object(Object(listed.body['workspaces'])[0])['id']);
  }

  identity(): { userId: string; workspaceId: string } {
    return { userId: this.#userId, workspaceId: this.#workspaceId };
  }

  heading(title: string, explanation: string): void {
    this.#count += 1;
    this.#lines.push('', `## ${this.#count}. ${title}`, explanation, '');
  }

  async push(deviceId: string, batches: readonly SentBatch[]): Promise<void> {
    const body = {
      workspaceId: this.#workspaceId,
      deviceId,
      batches: batches.map(({ n, stamp, changes }) => ({ n, v: 1, stamp, changes })),
    };
    await this.#record('POST', '/api/sync/push', body);
  }

  async pull(query: Record<string, string>): Promise<void> {
    const search = new URLSearchParams({ workspace: this.#workspaceId, ...query });
    await this.#record('GET', `/api/sync/pull?${search.toString()}`);
  }

  document(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  async #record(method: string, path: string, body?: object): Promise<void> {
    const { status, body: answer } = await this.#send(method, path, body);
    this.#lines.push('```http', `${method} ${path}`);
    if (body !== undefined) this.#lines.push(JSON.stringify(body, null, 1));
    this.#lines.push('', `${status}`, JSON.stringify(answer, null, 1), '```');
  }

  async #send(
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const answer = await fetch(this.#url + path, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(this.#token === '' ? {} : { Authorization: `Bearer ${this.#token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const parsed: unknown = await answer.json();
    return { status: answer.status, body: Object(parsed) };
  }
}
