import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { parse } from '#shared/parse';
import type { PushConfig } from './notices/start-notices.ts';
import { areVapidKeys } from './notices/vapid-keys.ts';
import { isWeakSecret } from './session-secrets.ts';

/** Everything that can be set from outside, parsed once. Secrets left out here are kept in DATA_DIR. */
export interface Config {
  port: number;
  host: string;
  dataDir: string;
  mongodbUrl: string | undefined;
  redisUrl: string | undefined;
  /** Where people reach the server, without a path; undefined: wherever the request says. */
  publicUrl: string | undefined;
  jwtSecret: string | undefined;
  refreshSecret: string | undefined;
  /** How many proxies in front of the server add to X-Forwarded-For. */
  trustedProxyHops: number;
  /** Days after which what lies unchanged in the trash is deleted for good; 0: never by itself. */
  trashDays: number;
  isDemo: boolean;
  isProduction: boolean;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Requests a minute; 0 turns a limit off. `login`: wrong passwords for one account, `loginAddress`: from one address. */
  rates: {
    address: number;
    user: number;
    register: number;
    login: number;
    loginAddress: number;
  };
  push: PushConfig;
  /** The built app. */
  clientDirectory: string;
}

/** The settings, or every problem with them, each a sentence that names the variable. */
export type ConfigVerdict = { ok: true; config: Config } | { ok: false; problems: string[] };

const wholeNumber = (fallback: number, max: number) =>
  z.pipe(
    z.pipe(
      z._default(z.string(), String(fallback)),
      z.transform((text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : Number.NaN)),
    ),
    z.int().check(z.minimum(0), z.maximum(max)),
  );
const url = (protocols: RegExp) =>
  z.optional(z.string().check(z.refine((text) => isUrl(text, protocols))));
const secret = z.optional(z.string().check(z.refine((text) => !isWeakSecret(text))));

const environmentSchema = z.object({
  PORT: wholeNumber(3000, 65_535),
  HOST: z._default(z.string(), '127.0.0.1'),
  DATA_DIR: z._default(z.string(), './data'),
  MONGODB_URL: url(/^mongodb(\+srv)?:$/),
  REDIS_URL: url(/^rediss?:$/),
  PUBLIC_URL: url(/^https?:$/),
  JWT_SECRET: secret,
  REFRESH_SECRET: secret,
  TRUST_PROXY: wholeNumber(0, 10),
  TRASH_DAYS: wholeNumber(0, 36_500),
  DEMO: z._default(z.enum(['0', '1']), '0'),
  NODE_ENV: z.optional(z.string()),
  LOG_LEVEL: z._default(z.enum(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
  RATE_ADDRESS: wholeNumber(12_000, 100_000_000),
  RATE_USER: wholeNumber(6_000, 100_000_000),
  RATE_REGISTER: wholeNumber(60, 100_000_000),
  RATE_LOGIN: wholeNumber(5, 100_000_000),
  RATE_LOGIN_ADDRESS: wholeNumber(30, 100_000_000),
  VAPID_PUBLIC_KEY: z.optional(z.string()),
  VAPID_PRIVATE_KEY: z.optional(z.string()),
  VAPID_SUBJECT: z.optional(z.string().check(z.regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/))),
  PUSH_HOSTS: z._default(z.string().check(z.regex(/^[\w.:,-]*$/)), ''),
  CLIENT_DIR: z._default(z.string(), './dist/client'),
});

/** What each variable must be, for the sentence that says it is not. */
const expectations: Readonly<Record<string, string>> = {
  PORT: 'a port number from 0 to 65535',
  MONGODB_URL: 'a MongoDB address such as mongodb://127.0.0.1:27017/taskflow',
  REDIS_URL: 'a Redis address such as redis://127.0.0.1:6379',
  PUBLIC_URL: 'the address people use, such as https://tasks.example.org',
  JWT_SECRET:
    'at least 32 bytes that nobody can guess, such as the output of: openssl rand -base64 48',
  REFRESH_SECRET:
    'at least 32 bytes that nobody can guess, such as the output of: openssl rand -base64 48',
  TRUST_PROXY: 'the number of proxies in front of the server, from 0 to 10',
  TRASH_DAYS: 'a number of days from 0 (never) to 36500',
  VAPID_SUBJECT: 'a mailto: or https: address that push services can write to',
  PUSH_HOSTS: 'hosts with their ports, separated by commas',
  DEMO: '0 or 1',
  LOG_LEVEL: 'debug, info, warn, error or silent',
};

/** Reads the settings from the environment; an empty variable counts as left out. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): ConfigVerdict {
  const given = Object.entries(environment).filter(([, text]) => text !== undefined && text !== '');
  const parsed = parse(environmentSchema, Object.fromEntries(given));
  if (!parsed.ok)
    return { ok: false, problems: parsed.errors.map(({ pointer }) => sentence(pointer)) };
  const config = configOf(parsed.value);
  const problems = [...missingSecrets(config), ...wrongVapidKeys(parsed.value)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config };
}

function configOf(env: z.output<typeof environmentSchema>): Config {
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: resolve(env.DATA_DIR),
    mongodbUrl: env.MONGODB_URL,
    redisUrl: env.REDIS_URL,
    publicUrl: env.PUBLIC_URL === undefined ? undefined : new URL(env.PUBLIC_URL).origin,
    jwtSecret: env.JWT_SECRET,
    refreshSecret: env.REFRESH_SECRET,
    trustedProxyHops: env.TRUST_PROXY,
    trashDays: env.TRASH_DAYS,
    isDemo: env.DEMO === '1',
    isProduction: env.NODE_ENV === 'production',
    logLevel: env.LOG_LEVEL,
    rates: {
      address: env.RATE_ADDRESS,
      user: env.RATE_USER,
      register: env.RATE_REGISTER,
      login: env.RATE_LOGIN,
      loginAddress: env.RATE_LOGIN_ADDRESS,
    },
    push: pushOf(env),
    clientDirectory: resolve(env.CLIENT_DIR),
  };
}

function pushOf(env: z.output<typeof environmentSchema>): PushConfig {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, PUBLIC_URL } = env;
  const isReachable = PUBLIC_URL?.startsWith('https:') === true;
  return {
    vapid:
      publicKey === undefined || privateKey === undefined ? undefined : { publicKey, privateKey },
    subject: env.VAPID_SUBJECT ?? (isReachable ? PUBLIC_URL : 'mailto:nobody@taskflow.invalid'),
    hosts: env.PUSH_HOSTS.split(',').filter((host) => host !== ''),
  };
}

function wrongVapidKeys(env: z.output<typeof environmentSchema>): string[] {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = env;
  if (publicKey === undefined && privateKey === undefined) return [];
  const isPair =
    publicKey !== undefined && privateKey !== undefined && areVapidKeys({ publicKey, privateKey });
  const made = 'a pair in base64url, such as the output of: npx web-push generate-vapid-keys';
  return isPair ? [] : [`VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY must be ${made}.`];
}

/** Replicas share their secrets: a secret that each makes for itself would sign people out at every other request. */
function missingSecrets({ isProduction, mongodbUrl, jwtSecret, refreshSecret }: Config): string[] {
  if (!isProduction || mongodbUrl === undefined) return [];
  return Object.entries({ JWT_SECRET: jwtSecret, REFRESH_SECRET: refreshSecret })
    .filter(([, text]) => text === undefined)
    .map(
      ([name]) =>
        `${name} is missing: in production with MongoDB it must be ${expectations[name]}.`,
    );
}

function sentence(pointer: string): string {
  const name = pointer.slice(1);
  return `${name} must be ${expectations[name] ?? 'a whole number that is not negative'}.`;
}

function isUrl(text: string, protocols: RegExp): boolean {
  return /^[a-z+]+:\/\/[^/\s]+/i.test(text) && protocols.test(text.slice(0, text.indexOf('//')));
}
