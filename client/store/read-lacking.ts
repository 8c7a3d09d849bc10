import { type BrowserDatabases, listDatabases, withTables } from './device-databases.ts';

/**
 * The workspaces of a user of which this device may lack something that the server has: those whose first sync, or whose
 * rebuild, has not come to its end. Every other one is held whole, what is done and archived too; what others
 * change there is on its way as an event.
 */
export async function readLacking(of: BrowserDatabases, userId: string): Promise<string[]> {
  const owners = await listDatabases(of, userId);
  const lacking = await Promise.all(
    owners.map((owner) =>
      withTables(of, owner, async (tables) => {
        const meta = await tables.meta.get('meta');
        const isHeld = meta !== undefined && meta.wholeSeq > 0 && meta.rebuild === undefined;
        return isHeld ? [] : [owner.workspaceId];
      }),
    ),
  );
  return lacking.flat();
}
