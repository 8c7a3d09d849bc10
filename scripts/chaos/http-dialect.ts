import type { Conversation, ConversationPorts, Dialect } from '#scripts/chaos/dialect';
import { EventShuffler } from '#scripts/chaos/event-shuffler';
import {
  type BodyEnd,
  bodyEndOf,
  type HttpHead,
  HttpMessageReader,
} from '#scripts/chaos/http-message-reader';
import { openWaitingRoom, type WaitingRoom } from '#scripts/chaos/waiting-room';
import { WebSocketFrameReader } from '#scripts/chaos/websocket-frames';

/** What a client may send twice or late without having done so itself: the network does that, with sync messages only. */
const syncRequest = /^(POST \/api\/sync\/push|GET \/api\/sync\/pull)\b/;

/**
 * HTTP/1.1 and the Socket.IO events after an upgrade. By `doubleShare` sync requests reach the server twice (the client
 * gets one of the answers) and events come twice; by `reorderShare` requests of different connections and events of one
 * connection change places. One dialect is for one proxy.
 */
export function createHttpDialect({ random }: { random: () => number }): Dialect {
  const room = openWaitingRoom(random);
  return { converse: (ports) => new HttpConversation({ ports, random, room }) };
}

/** A request the server has been sent and has not answered. */
interface Awaited {
  method: string;
  /** Its answer goes nowhere: the client hears the one to its twin. */
  isMuted: boolean;
  twin?: Awaited;
}

class HttpConversation implements Conversation {
  readonly #ports: ConversationPorts;
  readonly #random: () => number;
  readonly #room: WaitingRoom;
  readonly #requests = new HttpMessageReader({
    head: (head) => this.#requestHead(head),
    body: (bytes) => this.#requestBytes(bytes),
    end: () => this.#requestEnd(),
    raw: (bytes) => this.#clientRaw(bytes),
  });
  readonly #answers = new HttpMessageReader({
    head: (head) => this.#answerHead(head),
    body: (bytes) => this.#answerBytes(bytes),
    end: () => this.#answerEnd(),
    raw: (bytes) => this.#serverRaw(bytes),
  });
  readonly #fromClientEvents: EventShuffler;
  readonly #fromServerEvents: EventShuffler;
  readonly #clientFrames = new WebSocketFrameReader((frame) => this.#fromClientEvents.take(frame));
  readonly #serverFrames = new WebSocketFrameReader((frame) => this.#fromServerEvents.take(frame));
  readonly #awaited: Awaited[] = [];
  #method = '';
  /** The parts of a request that will be doubled or held; undefined while one is passed on as it comes. */
  #collected: { parts: Buffer[]; isDoubled: boolean; isHeld: boolean } | undefined;
  #leaveRoom = () => {};
  #isInterim = false;
  #isUpgraded = false;

  constructor(of: { ports: ConversationPorts; random: () => number; room: WaitingRoom }) {
    const { weather, toServer, toClient } = of.ports;
    this.#ports = of.ports;
    this.#random = of.random;
    this.#room = of.room;
    this.#fromClientEvents = new EventShuffler({ send: toServer, weather, random: of.random });
    this.#fromServerEvents = new EventShuffler({ send: toClient, weather, random: of.random });
  }

  fromClient(bytes: Buffer): void {
    this.#requests.read(bytes);
  }

  fromServer(bytes: Buffer): void {
    this.#answers.read(bytes);
  }

  release(): void {
    this.#leaveRoom();
    this.#fromClientEvents.release();
    this.#fromServerEvents.release();
  }

  #requestHead(head: HttpHead): BodyEnd {
    // Answers come in the order of the requests: one that is held must not be overtaken on its own connection.
    this.#leaveRoom();
    this.#method = head.firstLine.split(' ')[0] ?? '';
    this.#collected = this.#plan(head);
    if (this.#collected === undefined) this.#expectAnswer({ method: this.#method, isMuted: false });
    this.#requestBytes(head.bytes);
    return head.headers.has('upgrade') ? { name: 'raw' } : bodyEndOf(head, 'none');
  }

  #plan(head: HttpHead): { parts: Buffer[]; isDoubled: boolean; isHeld: boolean } | undefined {
    const { doubleShare, reorderShare } = this.#ports.weather;
    if (!syncRequest.test(head.firstLine) || head.headers.has('expect')) return undefined;
    const isDoubled = doubleShare > 0 && this.#random() < doubleShare;
    const isHeld = reorderShare > 0 && this.#random() < reorderShare;
    return isDoubled || isHeld ? { parts: [], isDoubled, isHeld } : undefined;
  }

  #requestBytes(bytes: Buffer): void {
    if (this.#collected === undefined) this.#ports.toServer(bytes);
    else this.#collected.parts.push(bytes);
  }

  #requestEnd(): void {
    const collected = this.#collected;
    if (collected === undefined) return;
    this.#collected = undefined;
    const whole = Buffer.concat(collected.parts);
    const method = this.#method;
    const send = () => {
      if (collected.isDoubled) this.#sendTwice(method, whole);
      else this.#sendOnce(method, whole);
    };
    if (collected.isHeld) this.#leaveRoom = this.#room.enter(send);
    else send();
  }

  #sendOnce(method: string, whole: Buffer): void {
    this.#expectAnswer({ method, isMuted: false });
    this.#ports.toServer(whole);
  }

  #sendTwice(method: string, whole: Buffer): void {
    const hearsFirst = this.#random() < 0.5;
    const second: Awaited = { method, isMuted: hearsFirst };
    this.#expectAnswer({ method, isMuted: !hearsFirst, twin: second });
    this.#expectAnswer(second);
    this.#ports.toServer(Buffer.concat([whole, whole]));
  }

  #expectAnswer(awaited: Awaited): void {
    this.#awaited.push(awaited);
  }

  #answerHead(head: HttpHead): BodyEnd {
    const status = Number(head.firstLine.split(' ')[1]);
    const awaited = this.#awaited[0];
    if (awaited?.twin !== undefined && /close/i.test(head.headers.get('connection') ?? '')) {
      // The server will not answer the second one any more.
      awaited.isMuted = false;
      awaited.twin.isMuted = true;
    }
    this.#answerBytes(head.bytes);
    this.#isUpgraded = status === 101;
    this.#isInterim = status < 200 && !this.#isUpgraded;
    if (this.#isUpgraded) return { name: 'raw' };
    const hasNoBody =
      this.#isInterim || status === 204 || status === 304 || awaited?.method === 'HEAD';
    return hasNoBody ? { name: 'none' } : bodyEndOf(head, 'close');
  }

  #answerBytes(bytes: Buffer): void {
    if (this.#awaited[0]?.isMuted !== true) this.#ports.toClient(bytes);
  }

  #answerEnd(): void {
    if (!this.#isInterim) this.#awaited.shift();
  }

  #clientRaw(bytes: Buffer): void {
    if (this.#isUpgraded) this.#clientFrames.read(bytes);
    else this.#ports.toServer(bytes);
  }

  #serverRaw(bytes: Buffer): void {
    if (this.#isUpgraded) this.#serverFrames.read(bytes);
    else this.#ports.toClient(bytes);
  }
}
