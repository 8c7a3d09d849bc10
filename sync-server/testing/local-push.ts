import { createECDH, createPublicKey, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decrypt } from 'http_ece';
import jwt from 'jsonwebtoken';

/** A message as the browser would get it. */
export interface ReceivedMessage {
  /** Which of the service's subscriptions it is for. */
  endpoint: string;
  /** Decrypted with the subscription's own keys. */
  text: string;
  topic: string | undefined;
  urgency: string | undefined;
}

/** A subscription of this service with the keys that a browser would keep to itself. */
export interface ServiceSubscription {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

interface Heard {
  /** What was taken, in its order. */
  received: ReceivedMessage[];
  /** Why messages were not taken, such as a signature for somebody else. */
  faults: string[];
  /** How often each endpoint was asked, whatever came of it. */
  asked: Map<string, number>;
}

/** A push service on this machine that speaks the protocol of the real ones; see `startPushService`. */
export interface PushService extends Heard {
  /** As `PUSH_HOSTS` takes it. */
  host: string;
  subscribe(): ServiceSubscription;
  /** From now on a subscription is answered so; 201 again takes it back. */
  answerWith(endpoint: string, status: number, headers?: Record<string, string>): void;
  close(): Promise<void>;
}

interface Kept {
  ecdh: ReturnType<typeof createECDH>;
  auth: Buffer;
  answer: { status: number; headers: Record<string, string> };
  /** A subscription takes messages of the server only whose key it saw first (RFC 8292 §4). */
  serverKey?: string;
}

const bodyMaxBytes = 4_096;

/**
 * Starts a push service as RFC 8030 describes it, with messages encrypted by RFC 8291 and servers that sign by RFC 8292: it
 * checks what the real ones check, and decrypts what they cannot, as the browsers behind them do.
 */
export async function startPushService(): Promise<PushService> {
  const subscriptions = new Map<string, Kept>();
  const heard: Heard = { received: [], faults: [], asked: new Map() };
  const server = createServer((request, response) => {
    const endpoint = `http://${request.headers.host}${request.url ?? ''}`;
    heard.asked.set(endpoint, (heard.asked.get(endpoint) ?? 0) + 1);
    take(request, { endpoint, kept: subscriptions.get(endpoint), heard }).then(
      ({ status, headers }) => response.writeHead(status, headers).end(),
      (error: unknown) => {
        heard.faults.push(String(error));
        response.writeHead(400).end();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  return {
    ...heard,
    host,
    subscribe: () => {
      const ecdh = createECDH('prime256v1');
      ecdh.generateKeys();
      const auth = randomBytes(16);
      const endpoint = `http://${host}/push/${randomBytes(24).toString('base64url')}`;
      subscriptions.set(endpoint, { ecdh, auth, answer: { status: 201, headers: {} } });
      const p256dh = ecdh.getPublicKey().toString('base64url');
      return { endpoint, keys: { p256dh, auth: auth.toString('base64url') } };
    },
    answerWith: (endpoint, status, headers = {}) => {
      const kept = subscriptions.get(endpoint);
      if (kept !== undefined) kept.answer = { status, headers };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function take(
  request: IncomingMessage,
  { endpoint, kept, heard }: { endpoint: string; kept: Kept | undefined; heard: Heard },
): Promise<{ status: number; headers?: Record<string, string> }> {
  const body = await bytesOf(request);
  if (kept === undefined) return { status: 404 };
  if (kept.answer.status !== 201) return kept.answer;
  const { origin } = new URL(endpoint);
  const fault = faultOf(request, { body, origin, kept });
  if (fault !== undefined) {
    heard.faults.push(fault.why);
    return { status: fault.status };
  }
  const text = decrypt(body, {
    version: 'aes128gcm',
    privateKey: kept.ecdh,
    authSecret: kept.auth.toString('base64url'),
  }).toString('utf8');
  const { topic, urgency } = request.headers;
  heard.received.push({ endpoint, text, topic: textOf(topic), urgency: textOf(urgency) });
  return { status: 201, headers: { Location: `${origin}/message/${randomUUID()}` } };
}

/** What a real service would refuse a message for, and how. */
function faultOf(
  request: IncomingMessage,
  { body, origin, kept }: { body: Buffer; origin: string; kept: Kept },
): { status: number; why: string } | undefined {
  const { ttl, authorization = '', topic = '' } = request.headers;
  if (request.method !== 'POST') return { status: 405, why: 'not a POST' };
  if (!/^\d+$/.test(textOf(ttl) ?? '')) return { status: 400, why: 'no TTL' };
  if (request.headers['content-encoding'] !== 'aes128gcm')
    return { status: 415, why: 'not encrypted' };
  if (body.length > bodyMaxBytes) return { status: 413, why: `${body.length} bytes` };
  if (!/^[\w-]{0,32}$/.test(textOf(topic) ?? ''))
    return { status: 400, why: 'a topic that is none' };
  const [, token, key] = /^vapid t=([^,\s]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
  if (token === undefined || key === undefined) return { status: 401, why: 'not signed' };
  kept.serverKey ??= key;
  if (kept.serverKey !== key) return { status: 403, why: 'signed with the key of another server' };
  const why = signatureFault(token, { key, origin });
  return why === undefined ? undefined : { status: 403, why };
}

function signatureFault(token: string, { key, origin }: { key: string; origin: string }) {
  const point = Buffer.from(key, 'base64url');
  const coordinate = (from: number, to?: number) => point.subarray(from, to).toString('base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: coordinate(1, 33), y: coordinate(33) };
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
  try {
    const claims = jwt.verify(token, publicKey, { algorithms: ['ES256'], audience: origin });
    if (typeof claims === 'string') return 'no claims';
    const { exp = Number.POSITIVE_INFINITY, sub = '' } = claims;
    if (exp - Date.now() / 1000 > 24 * 60 * 60) return 'signed for more than a day';
    return /^(mailto:|https:)/.test(sub) ? undefined : 'nobody to write to';
  } catch (error) {
    return String(error);
  }
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

function textOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
