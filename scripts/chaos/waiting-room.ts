/** Keeps requests of many connections for a moment and lets them go in another order. */
export interface WaitingRoom {
  /** Calls `leave` later, once; what is returned calls it at once if it has not been called. */
  enter(leave: () => void): () => void;
}

const seats = 4;
const waitMs = 150;

/** Opens a room whose guests leave together: when all seats are taken, or a while after the first came. */
export function openWaitingRoom(random: () => number): WaitingRoom {
  const guests = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;
  const empty = () => {
    clearTimeout(timer);
    timer = undefined;
    for (const leave of shuffled([...guests], random)) leave();
  };
  return {
    enter: (leave) => {
      const leaveOnce = () => {
        if (guests.delete(leaveOnce)) leave();
      };
      guests.add(leaveOnce);
      if (guests.size >= seats) empty();
      else timer ??= setTimeout(empty, waitMs);
      return leaveOnce;
    },
  };
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((one) => ({ one, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}
