import { derivedId } from '#shared/ids';
import { newDeviceId } from '#shared/new-ids';
import { jsonBytes } from '#shared/imported-document';
import type { AnyDocument } from '#shared/kind-definition';
import { limits } from '#shared/limits';
import type { ActionContext, ImportAction } from '#shared/plan-to-actions';
import { protocolVersion } from '#shared/protocol-version';
import { type Batch, isCreation } from '#shared/push-message';
import { type ClockState, formatStamp, readStamp, tick } from '#shared/stamp';
import type { ServerLink, Snapshot } from './server-link.ts';

/** A batch that the server refused, and why. */
export interface RefusedImport {
  n: number;
  code: string;
  pointer: string;
}

/** One import as a device of its own. */
export interface ImportDevice {
  context: ActionContext;
  /** Sends actions in order, several batches a push; tells after each push how many changes are committed. */
  commit: (
    actions: Iterable<ImportAction>,
    onCommitted: (changes: number) => void,
  ) => Promise<RefusedImport[]>;
}

/** Room for the envelope around the batches of a push. */
const pushBytes = limits.pushMaxBytes - 1024;

/**
 * The device id of an import: derived from its action id, so that nothing has to be kept to undo it. Every document
 * it made carries that device in its creation stamp.
 */
export function importDeviceIdOf(action: string): string {
  const hex = derivedId('import-device', action).replaceAll('-', '');
  return newDeviceId((length) => Uint8Array.from(Buffer.from(hex, 'hex').subarray(0, length)));
}

/** What the import with this device made, or brought back from the trash. */
export function tracesOf(deviceId: string, documents: Iterable<AnyDocument>): Set<string> {
  const isOwn = (stamp: string | undefined) => {
    return stamp !== undefined && readStamp(stamp).deviceId === deviceId;
  };
  const traces = [...documents].filter(
    ({ stamps, ...fields }) =>
      isOwn(stamps['*']) || (isOwn(stamps['trash']) && fields['trashedAt'] === null),
  );
  return new Set(traces.map(({ id }) => id));
}

/** A device that goes on counting where the server last saw it. */
export function createImportDevice(of: {
  link: ServerLink;
  workspaceId: string;
  action: string;
  snapshot: Snapshot;
  now: () => number;
}): ImportDevice {
  const { workspaceId, action, snapshot } = of;
  const deviceId = importDeviceIdOf(action);
  const ownStamps = new Map<string, string>();
  let n = snapshot.lastN;
  let clock: ClockState = { ms: 0, counter: 0 };

  const toBatch = ({ changes }: ImportAction): Batch => {
    n += 1;
    clock = tick(clock, of.now());
    const stamp = formatStamp({ ...clock, deviceId });
    for (const change of changes) {
      ownStamps.set(`${change.id} ${isCreation(change) ? '*' : change.group}`, stamp);
    }
    return { n, v: protocolVersion, stamp, action, changes };
  };
  const push = async (batches: Batch[]): Promise<RefusedImport[]> => {
    const { epoch } = snapshot;
    const { results } = await of.link.push({ workspaceId, deviceId, epoch, batches });
    if (results.some(({ outcome }) => outcome === 'forked')) {
      throw new Error('Another import uses the same action id; start this one again.');
    }
    return results
      .filter(({ outcome }) => outcome === 'refused')
      .map((result) => ({ n: result.n, code: result.code ?? '', pointer: result.pointer ?? '' }));
  };

  return {
    context: {
      action,
      baseOf: (id, group) => {
        const stamps = snapshot.documents.get(id)?.stamps;
        const own = ownStamps.get(`${id} ${group}`) ?? ownStamps.get(`${id} *`);
        return own ?? stamps?.[group] ?? stamps?.['*'] ?? null;
      },
    },
    commit: async (actions, onCommitted) => {
      const refused: RefusedImport[] = [];
      for (const batches of inPushes(actions, toBatch)) {
        refused.push(...(await push(batches)));
        onCommitted(batches.reduce((sum, batch) => sum + batch.changes.length, 0));
      }
      return refused;
    },
  };
}

/** As many batches a push as its limits allow. */
function* inPushes(
  actions: Iterable<ImportAction>,
  toBatch: (action: ImportAction) => Batch,
): Generator<Batch[], void> {
  let waiting: Batch[] = [];
  let bytes = 0;
  for (const action of actions) {
    const batch = toBatch(action);
    const batchBytes = jsonBytes(batch) + 1;
    if (waiting.length === limits.pushMaxBatches || bytes + batchBytes > pushBytes) {
      yield waiting;
      waiting = [];
      bytes = 0;
    }
    waiting.push(batch);
    bytes += batchBytes;
  }
  if (waiting.length > 0) yield waiting;
}
