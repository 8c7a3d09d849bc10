/** Where days begin first, 14 hours before UTC, and where they begin last. */
export const earliestZone = 'Pacific/Kiritimati';
/** See `earliestZone`. */
export const latestZone = 'Etc/GMT+12';
