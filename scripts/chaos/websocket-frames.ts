/** One WebSocket frame as it was sent, and what is visible of its content. */
export interface WebSocketFrame {
  readonly bytes: Buffer;
  readonly isFinal: boolean;
  readonly opcode: number;
  /** The first characters of its payload, unmasked. */
  readonly beginning: string;
  readonly payloadBytes: number;
}

const beginningBytes = 8;

/** Cuts one direction of a WebSocket connection into frames. */
export class WebSocketFrameReader {
  readonly #onFrame: (frame: WebSocketFrame) => void;
  #waiting: Buffer = Buffer.alloc(0);

  constructor(onFrame: (frame: WebSocketFrame) => void) {
    this.#onFrame = onFrame;
  }

  /** Takes the next bytes; an unfinished frame waits for its rest. */
  read(bytes: Buffer): void {
    this.#waiting = Buffer.concat([this.#waiting, bytes]);
    for (;;) {
      const frame = firstFrame(this.#waiting);
      if (frame === undefined) return;
      this.#waiting = this.#waiting.subarray(frame.bytes.length);
      this.#onFrame(frame);
    }
  }
}

function firstFrame(bytes: Buffer): WebSocketFrame | undefined {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return undefined;
  const length = readLength(bytes, second & 0x7f);
  if (length === undefined) return undefined;
  const maskBytes = second & 0x80 ? 4 : 0;
  const payloadAt = length.endsAt + maskBytes;
  const endsAt = payloadAt + length.payloadBytes;
  if (bytes.length < endsAt) return undefined;
  const mask = bytes.subarray(length.endsAt, payloadAt);
  const shown = bytes.subarray(payloadAt, Math.min(endsAt, payloadAt + beginningBytes));
  return {
    bytes: bytes.subarray(0, endsAt),
    isFinal: (first & 0x80) !== 0,
    opcode: first & 0x0f,
    beginning: Buffer.from(shown.map((byte, at) => byte ^ (mask[at % 4] ?? 0))).toString('latin1'),
    payloadBytes: length.payloadBytes,
  };
}

function readLength(bytes: Buffer, short: number) {
  if (short < 126) return { payloadBytes: short, endsAt: 2 };
  if (short === 126) {
    return bytes.length < 4 ? undefined : { payloadBytes: bytes.readUInt16BE(2), endsAt: 4 };
  }
  return bytes.length < 10
    ? undefined
    : { payloadBytes: Number(bytes.readBigUInt64BE(2)), endsAt: 10 };
}
