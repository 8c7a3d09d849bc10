import { expect, test } from 'vitest';
import { limits } from '#shared/limits';

/** What clients of version 1 were promised. A line may grow, and goes only when that version is no longer accepted. */
const promisedToVersion1: Partial<Record<keyof typeof limits, number>> = {
  titleMaxLength: 500,
  notesMaxLength: 50_000,
  nameMaxLength: 120,
  labelsPerTaskMax: 100,
  assigneesPerTaskMax: 50,
  remindersPerTaskMax: 20,
  sectionsPerProjectMax: 200,
  subtaskDepthMax: 5,
  estimateMaxMinutes: 60_000,
  orderKeyMaxLength: 64,
  recurrenceRuleMaxLength: 200,
  timeZoneMaxLength: 64,
  batchMaxChanges: 500,
  batchMaxBytes: 256 * 1024,
  pushMaxBatches: 200,
  pushMaxBytes: 900 * 1024,
  entryMaxBytes: 4 * 1024 * 1024,
  socketFrameMaxBytes: 1024 * 1024,
  requestMaxBytes: 1024 * 1024,
  jsonMaxDepth: 32,
  pullMaxDocuments: 2_000,
};

test('[R13] no limit is tighter than what a version still accepted was promised (B19b)', () => {
  const tighter = Object.entries(promisedToVersion1).filter(([name, promised]) => {
    const now = Object.entries(limits).find(([limit]) => limit === name)?.[1] ?? 0;
    return now < promised;
  });
  expect(tighter).toEqual([]);
});

test('[R3] a full push fits the frame of the socket, and the largest batch fits a push and an entry (A2)', () => {
  expect(limits.pushMaxBytes).toBeLessThan(limits.socketFrameMaxBytes);
  expect(limits.pushMaxBytes).toBeLessThan(limits.requestMaxBytes);
  expect(limits.batchMaxBytes).toBeLessThan(limits.pushMaxBytes);
  expect(limits.batchMaxBytes).toBeLessThan(limits.entryMaxBytes);
});
