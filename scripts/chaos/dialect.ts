import type { LinkWeather } from '#scripts/chaos/link-weather';

/** Where a conversation says things and what it must know. */
export interface ConversationPorts {
  readonly toServer: (bytes: Buffer) => void;
  readonly toClient: (bytes: Buffer) => void;
  readonly weather: Readonly<LinkWeather>;
}

/** What understands the bytes of one connection; whatever it does not touch it passes on at once and unchanged. */
export interface Conversation {
  fromClient(bytes: Buffer): void;
  fromServer(bytes: Buffer): void;
  /** Says what it held back: one side has ended and nothing will come to overtake it. */
  release(): void;
}

/** Begins one conversation for each connection of a proxy. */
export interface Dialect {
  converse(ports: ConversationPorts): Conversation;
}
