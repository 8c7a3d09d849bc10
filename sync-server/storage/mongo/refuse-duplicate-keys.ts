import { isDuplicate } from './mongo-errors.ts';

/** The key that every start of a server inserts twice. */
export const selfTestKey = 'one-key-twice';

/**
 * Throws Error when a database takes one key twice. All of TaskFlow's safety rests on the second insert failing, so it is
 * tried out before anything else: what speaks MongoDB's protocol does not always keep its promises.
 */
export async function refuseDuplicateKeys(selfTests: {
  insertOne(record: { _id: string }): Promise<unknown>;
}): Promise<void> {
  await insertSelfTest(selfTests);
  if ((await insertSelfTest(selfTests)) === 'duplicate') return;
  throw new Error(
    'this MongoDB took two records with one _id: TaskFlow would lose changes on it and does not start',
  );
}

async function insertSelfTest(
  selfTests: Parameters<typeof refuseDuplicateKeys>[0],
): Promise<'inserted' | 'duplicate'> {
  try {
    await selfTests.insertOne({ _id: selfTestKey });
    return 'inserted';
  } catch (error) {
    if (isDuplicate(error)) return 'duplicate';
    throw error;
  }
}
