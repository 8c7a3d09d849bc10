import { describe, expect, test } from 'vitest';
import { kindByName } from '#shared/document-kinds';
import { jsonBytes } from '#shared/imported-document';
import { limits } from '#shared/limits';
import { parse } from '#shared/parse';
import { batchSchema } from '#shared/push-message';
import { generateWorkspace, toBatches, toPushes } from './generate-workspace.ts';

const nowMs = Date.UTC(2026, 10, 22, 9);

describe('a generated workspace', () => {
  test('the same seed gives the same documents, another seed other ones', () => {
    const of = { seed: 7, taskCount: 200, nowMs };
    expect(generateWorkspace(of)).toEqual(generateWorkspace(of));
    const other = generateWorkspace({ ...of, seed: 8 });
    expect(other.tasks[0]).not.toEqual(generateWorkspace(of).tasks[0]);
  });

  test('every document keeps its schema, and a task is 400 to 600 bytes on average', () => {
    const { projects, labels, tasks } = generateWorkspace({ seed: 1, taskCount: 2_000, nowMs });
    for (const change of [...projects, ...labels, ...tasks]) {
      const kind = kindByName(change.kind);
      expect(kind && parse(kind.create, change.create)).toMatchObject({ ok: true });
    }
    const bytes = tasks.reduce((sum, task) => sum + jsonBytes(task), 0);
    expect(bytes / tasks.length).toBeGreaterThan(400);
    expect(bytes / tasks.length).toBeLessThan(600);
    expect(tasks).toHaveLength(2_000);
  });

  test('batches and pushes keep the limits and count without gaps', () => {
    const workspace = generateWorkspace({ seed: 1, taskCount: 5_000, nowMs });
    const batches = toBatches(workspace, { deviceId: 'benchdevic', nowMs });
    expect(batches.map(({ n }) => n)).toEqual(batches.map((_, at) => at + 1));
    expect(batches.every((batch) => parse(batchSchema, batch).ok)).toBe(true);
    for (const push of toPushes(batches)) {
      expect(push.length).toBeLessThanOrEqual(limits.pushMaxBatches);
      expect(jsonBytes(push)).toBeLessThan(limits.pushMaxBytes);
    }
  });
});
