import type { Cancel } from './scheduler.ts';

/** Those who want to hear of one thing; each until it says that it does no more. */
export interface Listeners<T> {
  add(listener: (told: T) => void): Cancel;
  tell(told: T): void;
}

/** Nobody yet. */
export function createListeners<T>(): Listeners<T> {
  const listeners = new Set<(told: T) => void>();
  return {
    add(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell(told) {
      for (const listener of listeners) listener(told);
    },
  };
}
