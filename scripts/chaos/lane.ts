import type { Socket } from 'node:net';
import type { LinkWeather } from '#scripts/chaos/link-weather';
import { resetSocket } from '#scripts/chaos/reset-socket';

/** One direction of one connection: what it is told to carry goes to `sink` in order, as the weather has it. */
export interface LaneParts {
  readonly direction: 'up' | 'down';
  readonly source: Socket;
  readonly sink: Socket;
  readonly weather: Readonly<LinkWeather>;
  readonly random: () => number;
  /** Called for bytes that were handed to the sink. */
  readonly onPassed: (bytes: number) => void;
  /** Called once `cutAfter…Bytes` have passed. */
  readonly onCut: () => void;
}

type Parcel = { dueMs: number } & ({ name: 'bytes'; bytes: Buffer } | { name: 'end' | 'reset' });

/** More than this under way stops reading from the source, so that the sender feels it as it would feel a slow link. */
const highWaterBytes = 256 * 1024;

/** Carries the bytes of one direction. */
export class Lane {
  /** Something vanished here: this connection can never be whole again. */
  hasLost = false;
  /** Everything vanishes from now on, whatever the weather. */
  isSilent = false;
  readonly #parts: LaneParts;
  readonly #queue: Parcel[] = [];
  #queuedBytes = 0;
  #lastDueMs = 0;
  #budgetBytes = Number.POSITIVE_INFINITY;
  #isAsleep = false;
  #isSinkFull = false;
  #isYielding = false;

  constructor(parts: LaneParts) {
    this.#parts = parts;
    parts.sink.on('drain', () => {
      this.#isSinkFull = false;
      this.#pump();
    });
    this.renewBudget();
    this.weatherChanged();
  }

  /** Takes bytes to carry. */
  carry(bytes: Buffer): void {
    const { weather } = this.#parts;
    const size = pieceBytes(weather);
    for (let at = 0; at < bytes.length; at += size) {
      const piece = bytes.subarray(at, at + size);
      this.#queuedBytes += piece.length;
      this.#queue.push({ name: 'bytes', bytes: piece, dueMs: this.#due(piece.length) });
    }
    this.#pump();
  }

  /** The source has no more to say. */
  end(): void {
    this.#queue.push({ name: 'end', dueMs: this.#due(0) });
    this.#pump();
  }

  /** The source broke off; a link that loses bytes loses this news too. */
  reset(): void {
    this.#queue.push({ name: 'reset', dueMs: this.#due(0) });
    this.#pump();
  }

  /** The bytes until the cut are counted from now on. */
  renewBudget(): void {
    const { direction, weather } = this.#parts;
    const cutAfter = direction === 'up' ? weather.cutAfterUpBytes : weather.cutAfterDownBytes;
    this.#budgetBytes = cutAfter > 0 ? cutAfter : Number.POSITIVE_INFINITY;
  }

  /** Starts or stops what the new weather allows or forbids. */
  weatherChanged(): void {
    this.#pump();
  }

  #due(bytes: number): number {
    const { weather, random } = this.#parts;
    const { latencyMs, jitterMs, bytesPerSecond } = weather;
    const arrivesMs = performance.now() + latencyMs + (jitterMs > 0 ? random() * jitterMs : 0);
    const takesMs = bytesPerSecond > 0 ? (bytes * 1000) / bytesPerSecond : 0;
    this.#lastDueMs = Math.max(this.#lastDueMs, arrivesMs) + takesMs;
    return this.#lastDueMs;
  }

  #pump(): void {
    while (!this.#isYielding && !this.#isSinkFull && this.#isHeadDue()) {
      const parcel = this.#queue.shift();
      if (parcel !== undefined) this.#deliver(parcel);
    }
    this.#steerSource();
  }

  #isHeadDue(): boolean {
    const head = this.#queue[0];
    if (head === undefined || this.#passage() === 'stall') return false;
    const waitMs = head.dueMs - performance.now();
    if (waitMs <= 0) return true;
    if (this.#isAsleep) return false;
    this.#isAsleep = true;
    setTimeout(() => {
      this.#isAsleep = false;
      this.#pump();
    }, Math.ceil(waitMs));
    return false;
  }

  #deliver(parcel: Parcel): void {
    const { sink } = this.#parts;
    if (parcel.name === 'bytes') this.#queuedBytes -= parcel.bytes.length;
    if (sink.destroyed) return;
    if (this.#passage() === 'drop') this.hasLost = true;
    else if (parcel.name === 'bytes') this.#hand(parcel.bytes);
    else if (parcel.name === 'end') sink.end();
    else resetSocket(sink);
  }

  #hand(bytes: Buffer): void {
    const { sink, weather, onPassed, onCut } = this.#parts;
    const allowed = bytes.subarray(0, this.#budgetBytes);
    if (allowed.length === 0) return;
    this.#budgetBytes -= allowed.length;
    onPassed(allowed.length);
    const isCut = this.#budgetBytes === 0;
    this.#isSinkFull = !sink.write(allowed, isCut ? () => onCut() : undefined);
    if (weather.sliceBytes > 0) this.#yieldBeforeNext();
  }

  /** Without a turn of the event loop between them the kernel would hand the pieces over as one. */
  #yieldBeforeNext(): void {
    this.#isYielding = true;
    setImmediate(() => {
      this.#isYielding = false;
      this.#pump();
    });
  }

  #steerSource(): void {
    const { source } = this.#parts;
    const mustWait = this.#passage() === 'stall' || this.#queuedBytes > highWaterBytes;
    if (mustWait) source.pause();
    else if (source.isPaused()) source.resume();
  }

  #passage() {
    const { weather, direction } = this.#parts;
    return this.isSilent ? 'drop' : weather[direction];
  }
}

/** Small enough that a slow link delivers twenty times a second, and that torn writes are torn. */
function pieceBytes({ sliceBytes, bytesPerSecond }: LinkWeather): number {
  const torn = sliceBytes > 0 ? sliceBytes : Number.POSITIVE_INFINITY;
  const slow = bytesPerSecond > 0 ? Math.ceil(bytesPerSecond / 20) : Number.POSITIVE_INFINITY;
  return Math.min(torn, slow, 64 * 1024);
}
