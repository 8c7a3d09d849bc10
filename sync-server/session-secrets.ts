import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { RandomBytes } from '#shared/ids';
import { parse } from '#shared/parse';

const secretMinBytes = 32;
/** Found in tutorials and sample files; long enough, and known to everybody. */
const knownSecrets = /change.?me|secret.?key|your.?secret|example|default|password|taskflow/i;

/** Whether a secret is too short or too well known to sign anything with. */
export function isWeakSecret(secret: string): boolean {
  const isShort = Buffer.byteLength(secret) < secretMinBytes;
  return isShort || new Set(secret).size < 8 || knownSecrets.test(secret);
}

/** What sessions are signed with. */
export interface SessionSecrets {
  jwtSecret: string;
  refreshSecret: string;
}

const fileSchema = z.object({ jwtSecret: z.string(), refreshSecret: z.string() });

/**
 * The secrets from the settings, and those left out there from `<dataDir>/secrets.json`, which is made at first use and
 * readable by its owner only. Throws Error if the file cannot be read as what was written.
 */
export function loadSessionSecrets(of: {
  given: { jwtSecret: string | undefined; refreshSecret: string | undefined };
  dataDir: string;
  random: RandomBytes;
}): SessionSecrets {
  const { jwtSecret, refreshSecret } = of.given;
  if (jwtSecret !== undefined && refreshSecret !== undefined) return { jwtSecret, refreshSecret };
  const kept = keptSecrets(join(of.dataDir, 'secrets.json'), of);
  return {
    jwtSecret: jwtSecret ?? kept.jwtSecret,
    refreshSecret: refreshSecret ?? kept.refreshSecret,
  };
}

function keptSecrets(path: string, of: { dataDir: string; random: RandomBytes }): SessionSecrets {
  if (existsSync(path)) return readSecrets(path);
  const made = {
    jwtSecret: Buffer.from(of.random(48)).toString('base64url'),
    refreshSecret: Buffer.from(of.random(48)).toString('base64url'),
  };
  mkdirSync(of.dataDir, { recursive: true });
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, `${JSON.stringify(made)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return made;
}

function readSecrets(path: string): SessionSecrets {
  const damaged = () =>
    new Error(`${path} cannot be read; delete it, and everybody has to sign in once more.`);
  try {
    const parsed = parse(fileSchema, JSON.parse(readFileSync(path, 'utf8')));
    if (parsed.ok && !isWeakSecret(parsed.value.jwtSecret)) return parsed.value;
  } catch (error) {
    throw new Error(damaged().message, { cause: error });
  }
  throw damaged();
}
