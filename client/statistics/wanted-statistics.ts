import type { Task } from '#shared/task';
import type { Goal } from './goal.ts';
import type { PeriodName } from './period.ts';

/** How the person wants the page. */
export interface WantedStatistics {
  period: PeriodName;
  goal: Goal | undefined;
  isTable: boolean;
}

/** What is shown, and what hears of choices. */
export interface StatisticsPageProps {
  wanted: WantedStatistics;
  onWanted: (part: Partial<WantedStatistics>) => void;
  pathOfTask: (task: Task) => string;
}
