/** Where something dies in a run: when it comes to its `at`-th await of a kind, before that has happened or right after. */
export interface CrashPoint {
  /** A replica waits for its storage, the first device for a transaction of its database. */
  who: 'replica' | 'device';
  /** From 1. */
  at: number;
  phase: 'before' | 'after';
}

/** Counts awaits, and says when one is the crash point. Without a point it only counts. */
export class CrashWatch {
  readonly counts = { replica: 0, device: 0 };
  readonly #point: CrashPoint | undefined;
  #isArmed = false;
  /** Whether it has come to the point. */
  hasStruck = false;

  constructor(point?: CrashPoint) {
    this.#point = point;
  }

  /** From now on awaits count: everything before is the world being made. */
  arm(): void {
    this.#isArmed = true;
  }

  /** Reading the end is no part of the run. */
  disarm(): void {
    this.#isArmed = false;
  }

  /** One more await of this kind begins; returns its number, 0 before it counts. */
  begin(who: CrashPoint['who']): number {
    if (!this.#isArmed) return 0;
    this.counts[who] += 1;
    return this.counts[who];
  }

  isAt(point: CrashPoint): boolean {
    const wanted = this.#point;
    if (wanted === undefined) return false;
    const isHere =
      wanted.who === point.who && wanted.at === point.at && wanted.phase === point.phase;
    this.hasStruck ||= isHere;
    return isHere;
  }
}
