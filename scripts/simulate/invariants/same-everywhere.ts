import { isPurged, type StoredForm } from '#shared/kind-definition';
import { sameJson } from '#shared/group-value';
import { documentsAt, type Invariant, logOf } from './replayed-log.ts';

/** [R2] [R11] The log replayed, the view and what every device holds are one and the same, by hash and by content. */
export const sameEverywhere: Invariant = (history) => {
  const log = logOf(history);
  const hash = log.at(-1)?.hash;
  const final = documentsAt(log);
  const devices = history.devices.flatMap((device) => {
    const problems = differences(device.device, final, device.documents);
    if (device.hash !== hash)
      problems.push(`${device.device} has hash ${device.hash}, the log ${hash}`);
    return problems;
  });
  const view = history.server?.view;
  if (view === undefined) return ['the run has no end'];
  const applied = documentsAt(log, view.applied);
  if (view.applied !== log.length) {
    devices.push(`the view has come to ${view.applied}, the log to ${log.length}`);
  }
  return [...devices, ...differences('the view', applied, view.documents)];
};

/** [R2] Every tab, also one that only follows, shows what is on the disk of its device. */
export const sameOnScreens: Invariant = ({ screens, devices }) =>
  screens.flatMap(({ device, tab, documents }) => {
    const disk = devices.find((one) => one.device === device);
    // What still waits is laid over the documents; liveness says so.
    if (disk === undefined || disk.outbox.length > 0) return [];
    const held = new Map(disk.documents.filter(isThere).map((one) => [one.id, one]));
    return differences(`the screen of ${device} ${tab}`, held, documents);
  });

function isThere(document: StoredForm): boolean {
  return !isPurged(document);
}

function differences(
  who: string,
  expected: ReadonlyMap<string, StoredForm>,
  held: readonly StoredForm[],
): string[] {
  const problems: string[] = [];
  // A tombstone may be gone on one side already (R10); it is nothing but the word that there is nothing.
  const [there, due] = [held, [...expected.values()]].map((all) => all.filter(isThere).length);
  if (there !== due) problems.push(`${who} has ${there} documents, the log ${due}`);
  for (const document of held) {
    if (!sameJson(document, expected.get(document.id))) {
      problems.push(`${who} holds another ${document.kind} ${document.id}`);
    }
  }
  return problems;
}
