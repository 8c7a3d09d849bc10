import { benchCreations } from '#scripts/bench/bench-tasks';
import { TaskflowDevice } from '#scripts/bench/clients/taskflow-device';
import { registerPerson } from '#scripts/bench/clients/taskflow-person';
import { planUpload, upload } from '#scripts/bench/clients/upload-tasks';
import { isPurged, type StoredForm } from '#shared/kind-definition';
import { limits } from '#shared/limits';
import type { CommitEvent } from '#shared/live-message';
import type { Batch } from '#shared/push-message';
import type { Amounts, Measures, Probe, Target } from '#scripts/bench/job';

type Documents = Map<string, StoredForm>;

/** A device, what it holds of the tasks, and what it wrote while it had no network. */
interface Editor {
  device: TaskflowDevice;
  documents: Documents;
  outbox: Batch[];
}

/**
 * W7: two devices change a different field of the same tasks while offline, one batch an edit as a person would.
 * From the network coming back, for both at once, until both hold everything both wrote; `lost` counts edits missing.
 */
export async function driveOfflineEdits(of: {
  target: Target;
  amounts: Amounts;
  probe: Probe;
}): Promise<Measures> {
  const person = await registerPerson(of.target.url);
  const creations = benchCreations(of.amounts.tasks);
  const author = new TaskflowDevice(person);
  await author.connect();
  await upload(author, planUpload(author, creations));
  author.close();
  const ids = creations.map(({ id }) => id);

  const titles = await beginOffline(new TaskflowDevice(person), ids, {
    group: 'title',
    value: (id) => ({ title: `renamed ${id}` }),
  });
  const priorities = await beginOffline(new TaskflowDevice(person), ids, {
    group: 'priority',
    value: () => ({ priority: 'urgent' }),
  });
  const hasEverything = ({ documents }: Editor) => countLost(documents, ids) === 0;
  await of.probe.mark('begin');
  const startedAt = performance.now();
  await Promise.all([titles, priorities].map((editor) => comeBack(editor, hasEverything)));
  const tookMs = performance.now() - startedAt;
  await of.probe.mark('end');
  titles.device.close();
  priorities.device.close();
  return { tookMs, lost: countLost(titles.documents, ids) + countLost(priorities.documents, ids) };
}

/** Pulls everything, then writes one edit for each task into an outbox. */
async function beginOffline(
  device: TaskflowDevice,
  ids: readonly string[],
  edit: { group: string; value: (id: string) => Record<string, unknown> },
): Promise<Editor> {
  const documents: Documents = new Map();
  await device.pull((pulled) => keep(documents, pulled));
  const outbox = ids.map((id) => {
    const base = creationStamp(documents.get(id));
    return device.batch([{ kind: 'task', id, group: edit.group, value: edit.value(id), base }]);
  });
  return { device, documents, outbox };
}

/** Connects, pushes the outbox, and follows the log by events where they fit and by pulls where they do not (R2). */
async function comeBack(editor: Editor, isDone: (editor: Editor) => boolean): Promise<void> {
  const { device, documents, outbox } = editor;
  let newestSeq = 0;
  let wake = () => {};
  const onCommit = (event: CommitEvent) => {
    newestSeq = Math.max(newestSeq, event.seq);
    if (event.documents && device.checkpoint === String(event.prev)) {
      keep(documents, event.documents);
      device.checkpoint = String(event.seq);
    }
    wake();
  };
  newestSeq = Math.max(newestSeq, await device.connect(onCommit));
  const pushed = pushAll(device, outbox);
  while (!isDone(editor)) {
    if (newestSeq > Number(device.checkpoint)) {
      await device.pull((pulled) => keep(documents, pulled));
    } else {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
  await pushed;
}

async function pushAll(device: TaskflowDevice, outbox: readonly Batch[]): Promise<void> {
  for (let from = 0; from < outbox.length; from += limits.pushMaxBatches) {
    await device.push(outbox.slice(from, from + limits.pushMaxBatches));
  }
}

function keep(documents: Documents, arrived: readonly StoredForm[]): void {
  for (const document of arrived) {
    if (document.seq > (documents.get(document.id)?.seq ?? 0)) documents.set(document.id, document);
  }
}

function countLost(documents: Documents, ids: readonly string[]): number {
  return ids.reduce((lost, id) => {
    const document = documents.get(id);
    if (!document || isPurged(document)) return lost + 2;
    const hasTitle = document['title'] === `renamed ${id}`;
    return lost + (hasTitle ? 0 : 1) + (document['priority'] === 'urgent' ? 0 : 1);
  }, 0);
}

function creationStamp(document: StoredForm | undefined): string | null {
  if (!document || isPurged(document)) return null;
  return document.stamps['*'] ?? null;
}
