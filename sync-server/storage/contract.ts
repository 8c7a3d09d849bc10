import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeLogContract } from './contract-change-log.ts';
import { directoryContract } from './contract-directory.ts';
import { documentViewContract } from './contract-document-view.ts';
import { noticesContract } from './contract-notices.ts';
import { purgeContract } from './contract-purge.ts';
import { searchIndexContract } from './contract-search-index.ts';
import { viewReadingContract } from './contract-view-reading.ts';
import type { Storage } from './port.ts';

/**
 * The one suite that every adapter of the storage port passes. `openStorage` opens a store that nobody else uses; the
 * suite closes it. Tests keep apart by workspace ids.
 */
export function storageContract(name: string, openStorage: () => Promise<Storage>): void {
  describe(name, () => {
    let opened: Storage | undefined;
    const storage = (): Storage => {
      if (opened === undefined) throw new Error('the storage is not open');
      return opened;
    };
    beforeAll(async () => {
      opened = await openStorage();
    });
    afterAll(async () => {
      await opened?.close();
    });

    changeLogContract(() => storage().changeLog);
    documentViewContract(() => storage().documentView);
    viewReadingContract(() => storage().documentView);
    directoryContract(() => storage().directory);
    purgeContract(storage);
    searchIndexContract(() => storage().searchIndex);
    noticesContract(() => storage().notices);

    test('a storage that works answers a ping, many at once too', async () => {
      await expect(
        Promise.all([storage().ping(), storage().ping(), storage().ping()]),
      ).resolves.toHaveLength(3);
    });
  });
}
