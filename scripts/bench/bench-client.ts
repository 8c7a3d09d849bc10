import { driveDownload } from '#scripts/bench/drives/download';
import { driveEdits } from '#scripts/bench/drives/edits';
import { driveFanOut } from '#scripts/bench/drives/fan-out';
import { driveIdle } from '#scripts/bench/drives/idle';
import { driveOfflineEdits } from '#scripts/bench/drives/offline-edits';
import { driveUpload } from '#scripts/bench/drives/upload';
import { driveWriters } from '#scripts/bench/drives/writers';
import type { DriveName, Job, Measures, Probe } from '#scripts/bench/job';

/** The client process of one measurement: takes a job from its parent, does it, reports the measures and ends. */
const drives: Record<DriveName, (job: Job & { probe: Probe }) => Promise<Measures>> = {
  upload: driveUpload,
  download: driveDownload,
  edits: driveEdits,
  'fan-out': driveFanOut,
  writers: driveWriters,
  idle: driveIdle,
  'offline-edits': driveOfflineEdits,
};

process.once('message', (job: Job) => {
  void drives[job.drive]({ ...job, probe }).then(
    (measures) => process.send?.({ measures }, () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});

const probe: Probe = {
  serverMemory: async () => Number(await askParent('collect')),
  mark: async (part) => {
    await askParent(part);
  },
};

function askParent(request: 'collect' | 'begin' | 'end'): Promise<unknown> {
  return new Promise((resolve) => {
    process.once('message', (answer: { value: unknown }) => resolve(answer.value));
    process.send?.({ request });
  });
}
