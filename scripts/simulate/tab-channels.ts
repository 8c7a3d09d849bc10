import type { TabPort } from '#client/store/tabs.ts';

/** Gives each tab of one device its own end of a BroadcastChannel: what one posts, the others hear a turn later. */
export function createTabChannels(): () => TabPort {
  const listeners = new Set<(event: { data: unknown }) => void>();
  return () => {
    const own = new Set<(event: { data: unknown }) => void>();
    return {
      postMessage: (data) => {
        const others = [...listeners].filter((listener) => !own.has(listener));
        queueMicrotask(() => {
          for (const listener of others) listener({ data });
        });
      },
      addEventListener: (_type, listener) => {
        own.add(listener);
        listeners.add(listener);
      },
      close: () => {
        for (const listener of own) listeners.delete(listener);
      },
    };
  };
}
