import { computeStatistics } from '../../client/statistics/compute-statistics.ts';
import { localMoment } from '../../client/statistics/local-moment.ts';
import { periodNames } from '../../client/statistics/period.ts';
import type { Label } from '#shared/label';
import { projectKind, type Project } from '#shared/project';
import type { Creation } from '#shared/push-message';
import { taskKind, type Task } from '#shared/task';
import { generateWorkspace } from '#scripts/generate-workspace';
import { ms, print, timeOf } from '#scripts/bench/processor-time';

/**
 * `npx tsx scripts/bench/statistics.ts`: what it costs to make all figures of the statistics anew, which every change does
 * while they are open. Half of the tasks are done, with a deadline, every fifth of them in another zone, which is the slowest to judge.
 * Processor time in Node, so that a busy machine does not show; the first run is that of cold code.
 */
const nowMs = Date.UTC(2026, 10, 28, 12);
const dayMs = 86_400_000;
const rounds = 15;

for (const taskCount of [10_000, 50_000]) {
  const workspace = generateWorkspace({ seed: 7, taskCount, nowMs });
  const projects = workspace.projects.map(
    (creation) => wholeOf(creation, projectKind.defaults) as unknown as Project,
  );
  const labels = workspace.labels.map((creation) => wholeOf(creation, {}) as unknown as Label);
  const tasks = workspace.tasks.map((creation, at) => taskOf(creation, at, taskCount));
  for (const periodName of periodNames) {
    const times = Array.from({ length: rounds }, () =>
      timeOf(() =>
        computeStatistics({
          tasks,
          projects,
          labels,
          periodName,
          today: localMoment(nowMs).day,
          weekStart: 0,
          momentOf: localMoment,
          timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
        }),
      ),
    );
    const [first = 0, ...others] = times;
    const sorted = others.sort((a, b) => a - b);
    const [median = 0, worst = 0] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
    print(
      `${taskCount} tasks, ${periodName}: first ${ms(first)}, then ${ms(median)}, worst ${ms(worst)}`,
    );
  }
}

function taskOf(creation: Creation, at: number, taskCount: number): Task {
  const task = wholeOf(creation, taskKind.defaults) as unknown as Task;
  if (at % 2 === 0) return { ...task, createdAt: new Date(nowMs - 400 * dayMs).toISOString() };
  const doneMs = nowMs - (at / taskCount) * 400 * dayMs;
  const done = {
    status: 'done',
    completedAt: new Date(doneMs).toISOString(),
    createdAt: new Date(doneMs - 3 * dayMs).toISOString(),
    dueDate: new Date(doneMs).toISOString().slice(0, 10),
    dueTime: '12:00',
    timeZone: at % 10 === 1 ? 'Asia/Tokyo' : null,
  } as const;
  return { ...task, ...done };
}

function wholeOf({ kind, id, create }: Creation, defaults: object): Record<string, unknown> {
  return { ...defaults, trashedAt: null, ...create, kind, id };
}
