import { type Invariant, logOf } from './replayed-log.ts';

/** After everything was healed, 30 virtual seconds empty every outbox and bring every device to the head. */
export const liveness: Invariant = (history) => {
  const head = logOf(history).length;
  return history.devices.flatMap(({ device, outbox, wholeSeq, epoch }) => {
    const problems: string[] = [];
    if (outbox.length > 0) problems.push(`${device} still waits with ${outbox.length} batches`);
    if (wholeSeq !== head || epoch !== history.server?.epoch) {
      problems.push(`${device} stands at ${epoch}/${wholeSeq}, the log at ${head}`);
    }
    return problems;
  });
};

/**
 * A batch is in its device's outbox, among what was sent, or among what was refused: never nowhere. Clocks do not matter:
 * no run makes more than the thousand batches that are kept whatever they say.
 */
export const keptOnDevice: Invariant = (history) => {
  return history.devices.flatMap(({ device, outbox, sent, refused }) => {
    const held = new Set([...outbox, ...sent, ...refused]);
    return history.made
      .filter((made) => made.device === device && !held.has(made.batch.stamp))
      .map(({ batch }) => `${device} has forgotten ${batch.stamp}`);
  });
};

/** [R9] Nothing of a workspace is left on the device of a former member, and nobody else loses a database. */
export const membershipsEnd: Invariant = ({ endings, removedUserIds }) =>
  endings.flatMap(({ device, userId, databasesLeft }) => [
    ...databasesLeft.map((name) => `${device} still has ${name}`),
    ...(removedUserIds.has(userId)
      ? []
      : [`${device} deleted its database, and its user was not removed`]),
  ]);

/** Nothing failed in a way that nobody expected. */
export const noSurprises: Invariant = (history) => history.surprises;
