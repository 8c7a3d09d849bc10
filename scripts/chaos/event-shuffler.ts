import type { LinkWeather } from '#scripts/chaos/link-weather';
import type { WebSocketFrame } from '#scripts/chaos/websocket-frames';

/** An event that nothing follows is let go after this long, so that the last one before a silence is late and not lost. */
const holdMs = 120;

/**
 * Doubles Socket.IO events of one direction, and holds some back until the next one has gone first. Everything else
 * keeps its place, because the protocol depends on it: connects, acknowledgements, events with attachments, fragments.
 */
export class EventShuffler {
  readonly #send: (bytes: Buffer) => void;
  readonly #weather: Readonly<LinkWeather>;
  readonly #random: () => number;
  #held: Buffer | undefined;
  #letGo: NodeJS.Timeout | undefined;

  constructor(of: {
    send: (bytes: Buffer) => void;
    weather: Readonly<LinkWeather>;
    random: () => number;
  }) {
    this.#send = of.send;
    this.#weather = of.weather;
    this.#random = of.random;
  }

  /** Takes the next frame of the connection. */
  take(frame: WebSocketFrame): void {
    if (isHeartbeat(frame)) return this.#send(frame.bytes);
    if (!isEvent(frame)) {
      this.release();
      return this.#send(frame.bytes);
    }
    if (this.#held === undefined && this.#happens(this.#weather.reorderShare)) {
      this.#held = frame.bytes;
      this.#letGo = setTimeout(() => this.release(), holdMs);
      return undefined;
    }
    this.#send(frame.bytes);
    if (this.#happens(this.#weather.doubleShare)) this.#send(frame.bytes);
    return this.release();
  }

  /** Sends the event that was held back, if there is one. */
  release(): void {
    const held = this.#held;
    this.#held = undefined;
    clearTimeout(this.#letGo);
    if (held !== undefined) this.#send(held);
  }

  #happens(share: number): boolean {
    return share > 0 && this.#random() < share;
  }
}

/** Pings and pongs of WebSocket and of Engine.IO stand for themselves: they may overtake an event and never wait. */
function isHeartbeat({ opcode, beginning, payloadBytes }: WebSocketFrame): boolean {
  if (opcode === 9 || opcode === 10) return true;
  return opcode === 1 && payloadBytes === 1 && (beginning === '2' || beginning === '3');
}

/** A whole text frame with an Engine.IO message (4) that is a Socket.IO event (2). */
function isEvent({ opcode, isFinal, beginning }: WebSocketFrame): boolean {
  return opcode === 1 && isFinal && beginning.startsWith('42');
}
