import { unreachable } from '#shared/unreachable';

/** The first line and the headers of a message, with the bytes they came in. */
export interface HttpHead {
  readonly bytes: Buffer;
  readonly firstLine: string;
  /** By name in lower case; of repeated headers the last. */
  readonly headers: ReadonlyMap<string, string>;
}

/** Where the body of a message ends; 'raw' is for what comes after an upgrade and has no messages any more. */
export type BodyEnd =
  | { name: 'none' | 'chunked' | 'close' | 'raw' }
  | { name: 'length'; bytes: number };

/** What a reader finds; all bytes it was given are in these calls, in order and unchanged. */
export interface HttpMessageListener {
  head(head: HttpHead): BodyEnd;
  body(bytes: Buffer): void;
  end(): void;
  raw(bytes: Buffer): void;
}

type State =
  | { name: 'head' | 'chunk-size' | 'trailer' | 'close' | 'raw' }
  | { name: 'length' | 'chunk'; left: number };

const maxHeadBytes = 64 * 1024;
const lineEnd = '\r\n';

/** Cuts one direction of a HTTP/1.1 connection into messages; what is not HTTP/1.1 comes out as raw. */
export class HttpMessageReader {
  readonly #listener: HttpMessageListener;
  #state: State = { name: 'head' };
  #waiting: Buffer = Buffer.alloc(0);

  constructor(listener: HttpMessageListener) {
    this.#listener = listener;
  }

  /** Takes the next bytes. */
  read(bytes: Buffer): void {
    this.#waiting = Buffer.concat([this.#waiting, bytes]);
    while (this.#waiting.length > 0 && this.#step());
  }

  /** Goes one step ahead; false when more bytes are needed for it. */
  #step(): boolean {
    const state = this.#state;
    switch (state.name) {
      case 'head':
        return this.#readHead();
      case 'length':
      case 'chunk':
        return this.#readCounted(state);
      case 'chunk-size':
      case 'trailer':
        return this.#readLine(state.name);
      case 'close':
      case 'raw':
        return this.#readAll(state.name);
      default:
        return unreachable(state);
    }
  }

  #readHead(): boolean {
    const at = this.#waiting.indexOf(lineEnd + lineEnd);
    if (at < 0) return this.#giveUpIf(this.#waiting.length > maxHeadBytes);
    const head = parseHead(this.#waiting.subarray(0, at + 4));
    if (!head.firstLine.includes('HTTP/1.1')) return this.#giveUpIf(true);
    this.#take(at + 4);
    this.#begin(this.#listener.head(head));
    return true;
  }

  #begin(end: BodyEnd): void {
    if (end.name === 'length' && end.bytes > 0) this.#state = { name: 'length', left: end.bytes };
    else if (end.name === 'chunked') this.#state = { name: 'chunk-size' };
    else if (end.name === 'close' || end.name === 'raw') this.#state = { name: end.name };
    else this.#endMessage();
    if (end.name === 'raw') this.#listener.end();
  }

  #readCounted(state: { name: 'length' | 'chunk'; left: number }): boolean {
    const bytes = this.#take(Math.min(state.left, this.#waiting.length));
    this.#listener.body(bytes);
    const left = state.left - bytes.length;
    if (left > 0) this.#state = { name: state.name, left };
    else if (state.name === 'chunk') this.#state = { name: 'chunk-size' };
    else this.#endMessage();
    return true;
  }

  #readLine(name: 'chunk-size' | 'trailer'): boolean {
    const at = this.#waiting.indexOf(lineEnd);
    if (at < 0) return this.#giveUpIf(this.#waiting.length > maxHeadBytes);
    const line = this.#take(at + 2);
    this.#listener.body(line);
    if (name === 'trailer') {
      if (at === 0) this.#endMessage();
      return true;
    }
    const bytes = Number.parseInt(line.toString('latin1'), 16);
    if (Number.isNaN(bytes)) return this.#giveUpIf(true);
    this.#state = bytes === 0 ? { name: 'trailer' } : { name: 'chunk', left: bytes + 2 };
    return true;
  }

  #readAll(name: 'close' | 'raw'): boolean {
    const bytes = this.#take(this.#waiting.length);
    if (name === 'raw') this.#listener.raw(bytes);
    else this.#listener.body(bytes);
    return false;
  }

  #endMessage(): void {
    this.#state = { name: 'head' };
    this.#listener.end();
  }

  #giveUpIf(isHopeless: boolean): boolean {
    if (isHopeless) this.#state = { name: 'raw' };
    return isHopeless;
  }

  #take(length: number): Buffer {
    const taken = this.#waiting.subarray(0, length);
    this.#waiting = this.#waiting.subarray(length);
    return taken;
  }
}

function parseHead(bytes: Buffer): HttpHead {
  const [firstLine = '', ...lines] = bytes.toString('latin1').trimEnd().split(lineEnd);
  const headers = lines.map((line): [string, string] => {
    const at = line.indexOf(':');
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
  });
  return { bytes, firstLine, headers: new Map(headers) };
}

/** Where the body of a message with these headers ends, when nothing else decides it. */
export function bodyEndOf(head: HttpHead, otherwise: 'none' | 'close'): BodyEnd {
  if (/chunked/i.test(head.headers.get('transfer-encoding') ?? '')) return { name: 'chunked' };
  const length = head.headers.get('content-length');
  return length === undefined ? { name: otherwise } : { name: 'length', bytes: Number(length) };
}
