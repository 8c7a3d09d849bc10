import { randomBytes } from 'node:crypto';
import type { Socket } from 'socket.io-client';
import { openSocket } from '#scripts/bench/clients/open-socket';
import { readJson, type TaskflowPerson } from '#scripts/bench/clients/taskflow-person';
import { newDeviceId } from '#shared/new-ids';
import type { StoredForm } from '#shared/kind-definition';
import { limits } from '#shared/limits';
import { type CommitEvent, liveEvents } from '#shared/live-message';
import { protocolVersion } from '#shared/protocol-version';
import type { PullAnswer } from '#shared/pull-message';
import { type Batch, type Change, pushAnswerSchema } from '#shared/push-message';
import { type ClockState, formatStamp, tick } from '#shared/stamp';

/**
 * A device without screen or disk: it numbers and stamps batches, pushes them one push at a time over its socket,
 * and pulls. It speaks the protocol of docs/protocol.md and checks every answer, as a device must.
 */
export class TaskflowDevice {
  readonly person: TaskflowPerson;
  readonly deviceId = newDeviceId((length) => randomBytes(length));
  checkpoint = '0';
  #socket: Socket | undefined;
  #n = 0;
  #clock: ClockState = { ms: 0, counter: 0 };
  #waiting: Batch[] = [];
  #pushing: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(person: TaskflowPerson) {
    this.person = person;
  }

  /** Connects and joins the workspace; resolves to the head that the server had then. */
  async connect(onCommit?: (event: CommitEvent) => void): Promise<number> {
    const { url, token, workspaceId } = this.person;
    this.#socket = await openSocket(url, { token, protocol: protocolVersion });
    if (onCommit) this.#socket.on(liveEvents.commit, onCommit);
    const { deviceId } = this;
    const { head } = await this.#ask(liveEvents.join, { workspaceId, deviceId });
    return Number(head);
  }

  /** The next batch of this device: one user action. */
  batch(changes: Change[]): Batch {
    this.#n += 1;
    this.#clock = tick(this.#clock, Date.now());
    const stamp = formatStamp({ ...this.#clock, deviceId: this.deviceId });
    return { n: this.#n, v: protocolVersion, stamp, changes };
  }

  /**
   * Pushes batches; resolves when all of them are committed, throws if one is not. While one push is in flight,
   * batches wait and then travel together in the next, as they do from the outbox.
   */
  push(batches: Batch[]): Promise<void> {
    this.#waiting.push(...batches);
    this.#next ??= this.#pushing.then(() => {
      this.#pushing = this.#next ?? this.#pushing;
      this.#next = undefined;
      return this.#pushWaiting();
    });
    return this.#next;
  }

  /** Pulls until done, page by page, and moves the checkpoint. */
  async pull(onDocuments: (documents: StoredForm[]) => void): Promise<void> {
    const from = this.checkpoint;
    for (;;) {
      const page = await this.#pullPage(from);
      onDocuments(page.documents);
      this.checkpoint = page.next;
      if (page.done) return;
    }
  }

  close(): void {
    this.#socket?.disconnect();
  }

  async #pushWaiting(): Promise<void> {
    const { workspaceId } = this.person;
    const { deviceId } = this;
    while (this.#waiting.length > 0) {
      const batches = this.#waiting.splice(0, limits.pushMaxBatches);
      const answer = await this.#ask(liveEvents.push, { workspaceId, deviceId, batches });
      const { results } = pushAnswerSchema.parse(answer);
      const failed = results.find(({ outcome }) => outcome !== 'committed');
      if (failed || results.length !== batches.length) {
        throw new Error(`not every batch was committed: ${JSON.stringify(failed)}`);
      }
    }
  }

  async #pullPage(from: string): Promise<PullAnswer> {
    const { url, token, workspaceId } = this.person;
    const query = new URLSearchParams({
      workspace: workspaceId,
      after: this.checkpoint,
      from,
      limit: String(limits.pullMaxDocuments),
      device: this.deviceId,
    });
    const answer = await fetch(`${url}/api/sync/pull?${query}`, {
      // The floor sends its answer unpacked too: packing is worth its time on slow links only.
      headers: { Authorization: `Bearer ${token}`, 'Accept-Encoding': 'identity' },
    });
    return (await readJson(answer)) as PullAnswer;
  }

  async #ask(event: string, request: object): Promise<Record<string, unknown>> {
    if (!this.#socket) throw new Error('the device is not connected');
    const ack = await this.#socket.emitWithAck(event, request);
    if (ack.ok !== true) throw new Error(`${event} failed: ${JSON.stringify(ack.problem)}`);
    return ack.answer;
  }
}
