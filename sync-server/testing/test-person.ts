/** The parts of an answer that tests look at. */
export interface TestAnswer {
  status: number;
  headers: Headers;
  /** The parsed body; null if it is not JSON. */
  body: Record<string, unknown>;
}

/** What a test sends: `json` is written as the body; `headers` win over those that follow from it. */
export interface TestRequest {
  json?: unknown;
  body?: BodyInit;
  headers?: Record<string, string>;
}

/** Sends one request: `'GET /api/tasks'` under a server's address. */
export async function send(
  url: string,
  line: string,
  { json, body, headers }: TestRequest = {},
): Promise<TestAnswer> {
  const [method = 'GET', path = '/'] = line.split(' ');
  const answer = await fetch(url + path, {
    method,
    headers: { ...(json === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
    redirect: 'manual',
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    ...(body === undefined ? {} : { body, duplex: 'half' }),
  });
  const text = await answer.text();
  const isJson = /json/.test(answer.headers.get('Content-Type') ?? '');
  return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : {} };
}

/** Somebody with an account, who sends requests with their access token. */
export interface TestPerson {
  id: string;
  email: string;
  password: string;
  token: string;
  /** `taskflow_refresh=…` as the browser would send it. */
  cookie: string;
  send(line: string, request?: TestRequest): Promise<TestAnswer>;
}

/** Registers somebody. */
export async function createTestPerson(url: string, name: string): Promise<TestPerson> {
  const email = `${name.toLowerCase()}@example.com`;
  const password = `${name} has a password`;
  const { status, headers, body } = await send(url, 'POST /api/auth/register', {
    json: { email, password, name },
  });
  if (status !== 201) throw new Error(`${name} could not register: ${JSON.stringify(body)}`);
  const token = String(body['accessToken']);
  return {
    id: (body['user'] as { id: string }).id,
    email,
    password,
    token,
    cookie: cookieOf(headers),
    send: (line, request = {}) =>
      send(url, line, {
        ...request,
        headers: { Authorization: `Bearer ${token}`, ...request.headers },
      }),
  };
}

/** The refresh cookie that an answer sets, as a browser would send it back. */
export function cookieOf(headers: Headers): string {
  return headers.get('Set-Cookie')?.split(';')[0] ?? '';
}
