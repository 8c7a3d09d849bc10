import { MongoClient } from 'mongodb';
import { benchCreations } from '#scripts/bench/bench-tasks';
import { TaskflowDevice } from '#scripts/bench/clients/taskflow-device';
import { registerPerson } from '#scripts/bench/clients/taskflow-person';
import { planUpload, upload } from '#scripts/bench/clients/upload-tasks';
import type { Amounts, Measures, Probe, Target } from '#scripts/bench/job';
import { median } from '#scripts/bench/percentile';

/** Fresh clients, one after the other; the first one finds nothing of the answer prepared. */
const freshClients = 5;

/** W2: a fresh client pulls every task: from the request to the last parsed document. */
export async function driveDownload(of: {
  target: Target;
  amounts: Amounts;
  probe: Probe;
}): Promise<Measures> {
  const { tasks } = of.amounts;
  const download =
    of.target.name === 'bare-mongo'
      ? await prepareFloor(of.target, tasks)
      : await prepareTaskflow(of.target.url, tasks);
  await of.probe.mark('begin');
  const tookMs: number[] = [];
  for (let client = 0; client < freshClients; client += 1) {
    const startedAt = performance.now();
    const received = await download();
    tookMs.push(performance.now() - startedAt);
    if (received < tasks) throw new Error(`only ${received} of ${tasks} tasks arrived`);
  }
  await of.probe.mark('end');
  return { perSecond: (tasks / median(tookMs)) * 1000 };
}

async function prepareFloor(target: Target, tasks: number): Promise<() => Promise<number>> {
  const client = new MongoClient(target.mongoUrl);
  const collection = client.db().collection('tasks');
  await collection.deleteMany({});
  await collection.insertMany(benchCreations(tasks).map(({ id, create }) => ({ id, ...create })));
  await client.close();
  return async () => {
    const answer = await fetch(`${target.url}/tasks`);
    const documents = await answer.json();
    return Array.isArray(documents) ? documents.length : 0;
  };
}

async function prepareTaskflow(url: string, tasks: number): Promise<() => Promise<number>> {
  const person = await registerPerson(url);
  const author = new TaskflowDevice(person);
  await author.connect();
  await upload(author, planUpload(author, benchCreations(tasks)));
  author.close();
  return async () => {
    let received = 0;
    await new TaskflowDevice(person).pull((documents) => {
      received += documents.filter(({ kind }) => kind === 'task').length;
    });
    return received;
  };
}
