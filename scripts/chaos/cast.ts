import { setTimeout as pause } from 'node:timers/promises';
import { createSeededRandom } from '#scripts/seeded-random';
import type { ChaosRecord } from './chaos-record.ts';
import { HeadlessDevice } from './headless-device.ts';
import { type Person, registerPerson } from './headless-session.ts';

/** The people of a run: one who owns the workspace, and one who is a member of it. */
export interface People {
  alice: Person;
  bob: Person;
}

/** What can happen to a client. `device` is an index that is taken round the devices there are. */
export type ClientFault =
  | { name: 'device offline'; device: number; forMs: number }
  | { name: 'all offline'; forMs: number }
  | { name: 'tab killed'; device: number }
  | { name: 'profile copied'; device: number };

/** What a cast is made from. `urls`: the servers that clients may use, of which each takes one. */
export interface CastParts {
  record: ChaosRecord;
  people: People;
  /** The workspace that the run is about; both people are members of it. */
  workspaceId: string;
  urls: readonly string[];
  seed: number;
  devices: number;
}

/** Copies of profiles stay until the end and take their share of the machine. */
const maxCopies = 3;
const lookAgainMs = 250;

/** Registers the people of a run; each has a personal workspace afterwards, and nobody sees another's. */
export async function registerPeople(url: string): Promise<People> {
  const person = (name: string) =>
    registerPerson(url, { name, email: `${name}@example.com`, password: 'a long pass phrase' });
  return { alice: await person('alice'), bob: await person('bob') };
}

/** All headless devices of a run, working by themselves until they are told to stop. */
export class Cast {
  readonly devices: HeadlessDevice[] = [];
  readonly #parts: CastParts;
  #isWorking = false;
  #work: Promise<void>[] = [];
  #returns: Promise<void>[] = [];
  #copies = 0;

  constructor(parts: CastParts) {
    this.#parts = parts;
  }

  /** Signs everybody in; every second device has two tabs, of which one leads and both write. */
  async open(): Promise<void> {
    const { devices, people, record, workspaceId, urls, seed } = this.#parts;
    for (let index = 0; index < devices; index += 1) {
      const device = new HeadlessDevice({
        name: `device${index + 1}`,
        person: index % 3 === 2 ? people.bob : people.alice,
        workspaceId,
        record,
        url: urls[index % urls.length] ?? '',
        seed: seed * 1_009 + index,
      });
      await device.openTab();
      if (index % 2 === 1) await device.openTab();
      this.devices.push(device);
    }
  }

  /** Everybody edits, about once in `everyMs`, until `stopWork`. */
  startWork(everyMs: number): void {
    this.#isWorking = true;
    this.#work = this.devices.map((device, index) => this.#workOn(device, index, everyMs));
  }

  async stopWork(): Promise<void> {
    this.#isWorking = false;
    await Promise.all(this.#work);
  }

  /** Lets the clients that used one server use another. */
  moveClients(from: string, to: string): void {
    for (const { network } of this.devices) if (network.url === from) network.useServer(to);
  }

  /** Shares the clients among servers, each again where it began. */
  spread(urls: readonly string[]): void {
    for (const [index, { network }] of this.devices.entries()) {
      network.useServer(urls[index % urls.length] ?? network.url);
    }
  }

  /** Whether nobody is in the middle of a pull. */
  async areWhole(): Promise<boolean> {
    const whole = await Promise.all(this.devices.map((device) => device.isWhole()));
    return whole.every(Boolean);
  }

  /** A device by an index that is taken round those there are. */
  deviceAt(index: number): HeadlessDevice {
    const device = this.devices[index % this.devices.length];
    if (device === undefined) throw new Error('the cast has no devices');
    return device;
  }

  /** Does to a client what the schedule asks for; offline devices come back by themselves. */
  async strike(fault: ClientFault): Promise<void> {
    switch (fault.name) {
      case 'device offline':
        return this.#takeOffline([this.deviceAt(fault.device)], fault.forMs);
      case 'all offline':
        return this.#takeOffline(this.devices, fault.forMs);
      case 'tab killed':
        return this.#kill(this.deviceAt(fault.device));
      case 'profile copied':
        return this.#copy(this.deviceAt(fault.device));
      default:
        return fault satisfies never;
    }
  }

  /** Everybody is back online. */
  async heal(): Promise<void> {
    for (const device of this.devices) device.setOnline(true);
    await Promise.all(this.#returns);
    for (const device of this.devices) for (const tab of device.tabs) tab.syncNow();
  }

  /** Waits until every outbox is empty and everybody stands at the head; what still waits, and where, otherwise. */
  async untilQuiet(of: {
    readHead: () => Promise<number | undefined>;
    withinMs: number;
  }): Promise<string[]> {
    const deadlineMs = Date.now() + of.withinMs;
    for (;;) {
      const waiting = await this.#waiting(await of.readHead());
      if (waiting.length === 0 || Date.now() > deadlineMs) return waiting;
      await pause(lookAgainMs);
    }
  }

  /** Looks at every disk once more, then adds what everybody holds to the history. */
  async readEnd(): Promise<void> {
    for (const device of this.devices) {
      await device.sample();
      await device.readEnd();
    }
  }

  close(): void {
    for (const device of this.devices) device.close();
  }

  async #workOn(device: HeadlessDevice, index: number, everyMs: number): Promise<void> {
    const random = createSeededRandom(this.#parts.seed * 7_919 + index);
    const { recorder } = this.#parts.record;
    while (this.#isWorking) {
      await pause(random() * 2 * everyMs);
      await device.edit().catch((error: unknown) => {
        recorder.surprise(`${device.name} could not edit: ${String(error)}`);
      });
    }
  }

  async #waiting(head: number | undefined): Promise<string[]> {
    if (head === undefined) return ['the server does not say where it stands'];
    const waiting: string[] = [];
    for (const device of this.devices) {
      if (device.isGone) continue;
      const { waiting: count, wholeSeq, epoch } = await device.progress();
      const { removedUserIds } = this.#parts.record.recorder.history;
      if (epoch === undefined && removedUserIds.has(device.person.userId)) continue;
      if (count === 0 && wholeSeq === head) continue;
      const pills = device.tabs.map(({ status }) => status.name).join(', ');
      waiting.push(
        `${device.name} waits with ${count} batches at ${epoch}/${wholeSeq} of ${head} (${pills})`,
      );
    }
    return waiting;
  }

  #takeOffline(devices: readonly HeadlessDevice[], forMs: number): void {
    const names = devices.map(({ name }) => name).join(', ');
    this.#parts.record.fault('offline', `${names} for ${Math.round(forMs)} ms`);
    for (const device of devices) device.setOnline(false);
    this.#returns.push(
      pause(forMs).then(() => {
        for (const device of devices) device.setOnline(true);
      }),
    );
  }

  async #kill(device: HeadlessDevice): Promise<void> {
    this.#parts.record.fault('tab killed', device.name);
    await device.crash();
  }

  async #copy(device: HeadlessDevice): Promise<void> {
    if (this.#copies >= maxCopies || device.isGone || device.tabs.length === 0) return;
    this.#copies += 1;
    const name = `${device.name}-copy${this.#copies}`;
    this.#parts.record.fault('profile copied', `${device.name} to ${name}`);
    const copy = await device.copyProfile(name);
    this.devices.push(copy);
    if (this.#isWorking) this.#work.push(this.#workOn(copy, this.devices.length, 2_000));
  }
}
