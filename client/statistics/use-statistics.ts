import { useDeferredValue, useMemo } from 'react';
import { firstWeekdayIn } from '#client/i18n/first-weekday.ts';
import { useFormats } from '#client/i18n/language.ts';
import { useToday } from '#client/ui/timing.ts';
import type { Label } from '#shared/label';
import type { Project } from '#shared/project';
import { computeStatistics, type Statistics } from './compute-statistics.ts';
import { localMoment } from './local-moment.ts';
import { dayNumberOf, type PeriodName } from './period.ts';
import {
  type Reading,
  useEveryLabel,
  useEveryProject,
  useEveryTask,
  useReading,
} from './statistic-queries.ts';

/** The figures as they are now, and what they are shown with. */
export interface LiveStatistics {
  /** Undefined until the first tasks have been read. */
  statistics: Statistics | undefined;
  reading: Reading;
  projects: readonly Project[];
  labels: readonly Label[];
  /** A day number. */
  today: number;
  /** 0 = Monday to 6 = Sunday. */
  weekStart: number;
}

/** See `LiveStatistics`; made anew after each change, when nothing more urgent is to be done. */
export function useStatistics(periodName: PeriodName): LiveStatistics {
  const tasks = useDeferredValue(useEveryTask());
  const projects = useEveryProject();
  const labels = useEveryLabel();
  const reading = useReading();
  const today = dayNumberOf(useToday()) ?? 0;
  const weekStart = firstWeekdayIn(useFormats().locale) - 1;
  const statistics = useMemo(
    () =>
      tasks &&
      computeStatistics({
        tasks,
        projects,
        labels,
        today,
        weekStart,
        periodName,
        momentOf: localMoment,
        timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      }),
    [tasks, projects, labels, today, weekStart, periodName],
  );
  return { statistics, reading, projects, labels, today, weekStart };
}
