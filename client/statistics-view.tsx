import { pathOfTask } from '#client/search/found-task.ts';
import type { Preferences } from '#client/settings/preferences.ts';
import { readGoal, writeGoal } from '#client/statistics/goal.ts';
import { periodNames } from '#client/statistics/period.ts';
import { StatisticsPage } from '#client/statistics/statistics-page.tsx';
import type { WantedStatistics } from '#client/statistics/wanted-statistics.ts';

type Looks = Preferences['looks'];

/** The statistics, with what is remembered on this device of how the person wants them. */
export function StatisticsView({
  preferences,
  onPreferences,
}: {
  preferences: Preferences;
  onPreferences: (part: Partial<Preferences>) => void;
}) {
  const { looks } = preferences;
  const wanted = wantedOf(looks);
  return (
    <StatisticsPage
      wanted={wanted}
      onWanted={(part) => onPreferences({ looks: withWanted(looks, { ...wanted, ...part }) })}
      pathOfTask={pathOfTask}
    />
  );
}

/** Four weeks are the shortest time in which weekdays compare. */
function wantedOf(looks: Looks): WantedStatistics {
  return {
    period: periodNames.find((name) => name === looks['statistics period']) ?? 'days30',
    goal: readGoal(looks['statistics goal']),
    isTable: looks['statistics tables'] === 'shown',
  };
}

function withWanted(looks: Looks, { period, goal, isTable }: WantedStatistics): Looks {
  return {
    ...looks,
    'statistics period': period,
    'statistics goal': goal === undefined ? '' : writeGoal(goal),
    'statistics tables': isTable ? 'shown' : 'hidden',
  };
}
