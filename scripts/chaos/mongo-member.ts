import { setTimeout as pause } from 'node:timers/promises';
import { type Document, MongoClient } from 'mongodb';

const primaryWithinMs = 30_000;

/** The address of one member as it is, past all links: whoever connects sees no other member. */
export function directUrl({ port }: { port: number }, databaseName = ''): string {
  return `mongodb://127.0.0.1:${port}/${databaseName}?directConnection=true`;
}

/** Sends a command to one member, past all links. Rejects after about 2 s when it does not answer. */
export async function askMember(member: { port: number }, command: Document): Promise<Document> {
  const client = new MongoClient(directUrl(member), {
    serverSelectionTimeoutMS: 1_500,
    connectTimeoutMS: 1_500,
    // replSetInitiate asks the other members before it answers.
    socketTimeoutMS: 'replSetInitiate' in command ? 30_000 : 2_000,
    retryReads: false,
  });
  try {
    return await client.db('admin').command(command);
  } finally {
    await client.close();
  }
}

/** The running member that says it is primary; of two that say so, the one elected last. Throws after 30 s without one. */
export async function findPrimary<T extends { port: number; isRunning: boolean }>(
  members: readonly T[],
): Promise<T> {
  const deadlineMs = performance.now() + primaryWithinMs;
  while (performance.now() < deadlineMs) {
    const claims = await Promise.all(
      members.filter(({ isRunning }) => isRunning).map((member) => claimOf(member)),
    );
    const [latest] = claims
      .filter(({ election }) => election !== '')
      .sort((a, b) => (a.election < b.election ? 1 : -1));
    if (latest !== undefined) return latest.member;
    await pause(100);
  }
  throw new Error(`no primary within ${primaryWithinMs} ms`);
}

/** `election` grows from one to the next and is empty for who is no primary, or does not answer. */
async function claimOf<T extends { port: number }>(member: T) {
  const hello = await askMember(member, { hello: 1 }).catch((): Document => ({}));
  return { member, election: hello['isWritablePrimary'] ? String(hello['electionId']) : '' };
}
