/** When something was, where the person is. */
export interface LocalMoment {
  /** Days since 1970-01-01, as in `toDayNumber`: the day before is one less on every night of a clock change. */
  day: number;
  /** Minutes since the clock on the wall said 00:00, 0 to 1,439. */
  minute: number;
}

/** The moment of an instant (ms) in the zone of this device. */
export function localMoment(ms: number): LocalMoment {
  const date = new Date(ms);
  return {
    day: Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000,
    minute: date.getHours() * 60 + date.getMinutes(),
  };
}
