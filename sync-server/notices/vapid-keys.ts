import webPush from 'web-push';
import * as z from 'zod/mini';
import { parse } from '#shared/parse';
import type { NoticeStorage } from '../storage/notice-port.ts';

/** What this server proves itself with to push services (RFC 8292): a pair of keys on P-256, base64url, and whom to write to. */
export interface VapidKeys {
  publicKey: string;
  privateKey: string;
  subject: string;
}

const pairSchema = z.object({ publicKey: z.string(), privateKey: z.string() });

/**
 * The keys from the settings, else those that the first server has made and kept for all replicas: subscriptions are bound
 * to them, so they must never change by themselves.
 */
export async function loadVapidKeys(of: {
  given: { publicKey: string; privateKey: string } | undefined;
  subject: string;
  notices: Pick<NoticeStorage, 'keepOnce'>;
}): Promise<VapidKeys> {
  if (of.given !== undefined) return { ...of.given, subject: of.subject };
  const value = JSON.stringify(webPush.generateVAPIDKeys());
  const kept: unknown = JSON.parse(await of.notices.keepOnce({ name: 'vapid-keys', value }));
  const pair = parse(pairSchema, kept);
  if (!pair.ok) throw new Error('the kept keys for push messages cannot be read');
  return { ...pair.value, subject: of.subject };
}

/** Whether two texts can be a pair of keys: 65 and 32 bytes, base64url. */
export function areVapidKeys(of: { publicKey: string; privateKey: string }): boolean {
  const bytes = (text: string) =>
    /^[\w-]+$/.test(text) ? Buffer.from(text, 'base64url').length : 0;
  return bytes(of.publicKey) === 65 && bytes(of.privateKey) === 32;
}
