import { MongoClient } from 'mongodb';
import { benchCreations } from '#scripts/bench/bench-tasks';
import { TaskflowDevice } from '#scripts/bench/clients/taskflow-device';
import { registerPerson } from '#scripts/bench/clients/taskflow-person';
import { planUpload, upload } from '#scripts/bench/clients/upload-tasks';
import type { Amounts, Measures, Probe, Target } from '#scripts/bench/job';

/** W1: one client uploads tasks. The clock runs from the first byte to the last acknowledgement. */
export async function driveUpload(of: {
  target: Target;
  amounts: Amounts;
  probe: Probe;
}): Promise<Measures> {
  const { tasks } = of.amounts;
  const tookMs =
    of.target.name === 'bare-mongo'
      ? await insertMany(of.target.mongoUrl, tasks)
      : await uploadToTaskflow(of.target.url, tasks, of.probe);
  return { perSecond: (tasks / tookMs) * 1000 };
}

async function insertMany(mongoUrl: string, tasks: number): Promise<number> {
  const client = new MongoClient(mongoUrl, { writeConcern: { w: 'majority', journal: true } });
  try {
    const collection = client.db().collection('uploaded');
    await collection.deleteMany({});
    const documents = benchCreations(tasks).map(({ id, create }) => ({ id, ...create }));
    const startedAt = performance.now();
    await collection.insertMany(documents, { ordered: false });
    return performance.now() - startedAt;
  } finally {
    await client.close();
  }
}

async function uploadToTaskflow(url: string, tasks: number, probe: Probe): Promise<number> {
  const device = new TaskflowDevice(await registerPerson(url));
  await device.connect();
  const plan = planUpload(device, benchCreations(tasks));
  await probe.mark('begin');
  const startedAt = performance.now();
  await upload(device, plan);
  const tookMs = performance.now() - startedAt;
  await probe.mark('end');
  device.close();
  return tookMs;
}
