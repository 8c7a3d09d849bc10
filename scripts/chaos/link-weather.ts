/** What a direction of a link does with bytes: hands them on, loses them (half-open), or keeps them waiting. */
export type Passage = 'pass' | 'drop' | 'stall';

/** The state of a link. `up` is from the one who connects to the target, `down` is back. All shares are from 0 to 1. */
export interface LinkWeather {
  latencyMs: number;
  /** Up to this much is added to the latency of each piece; their order is kept, as TCP does. */
  jitterMs: number;
  /** Tears what was written at once into pieces of at most this size; 0 turns it off. */
  sliceBytes: number;
  /** In each direction of each connection; 0 is unlimited. */
  bytesPerSecond: number;
  up: Passage;
  down: Passage;
  /** New connections are refused as if nobody listened. */
  refuses: boolean;
  /** A connection is reset after that many more bytes of it went up; 0 is never. */
  cutAfterUpBytes: number;
  /** A connection is reset after that many more bytes of it came down, which loses an answer; 0 is never. */
  cutAfterDownBytes: number;
  /** Of what the dialect of the proxy understands, the share that is sent twice. */
  doubleShare: number;
  /** Of what the dialect of the proxy understands, the share that is overtaken by others. */
  reorderShare: number;
}

/** A link that does nothing but pass bytes on at once. */
export const fairWeather: LinkWeather = Object.freeze({
  latencyMs: 0,
  jitterMs: 0,
  sliceBytes: 0,
  bytesPerSecond: 0,
  up: 'pass',
  down: 'pass',
  refuses: false,
  cutAfterUpBytes: 0,
  cutAfterDownBytes: 0,
  doubleShare: 0,
  reorderShare: 0,
});
