/** Not in the library of types: no standard yet, only Chromium has it. */
export interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
  /** The browser does not try again after this. */
  readonly lastChance: boolean;
}

/** Whether an event of the name `sync` is one: browsers that have none never fire it. */
export function isSyncEvent(event: Event): event is SyncEvent {
  return 'tag' in event && 'lastChance' in event;
}
