import { useStatisticsWords } from '#client/i18n/compiled/use-statistics-words.ts';
import { useWorkspacesWords } from '#client/i18n/compiled/use-workspaces-words.ts';
import { useWorkspaceNames } from '#client/store/use-workspaces.ts';
import { ProjectMark } from '#client/ui/project-mark.tsx';
import type { Label } from '#shared/label';
import { CompletedCard } from './completed-card.tsx';
import type { Statistics } from './compute-statistics.ts';
import { DeadlineCard } from './deadline-card.tsx';
import { GoalCard } from './goal-card.tsx';
import { OpenCard } from './open-card.tsx';
import { PlannedCard } from './planned-card.tsx';
import { RankingCard } from './ranking-card.tsx';
import { HourCard, WeekdayCard } from './rhythm-cards.tsx';
import { StreakCard } from './streak-card.tsx';
import type { LiveStatistics } from './use-statistics.ts';
import type { StatisticsPageProps } from './wanted-statistics.ts';

/** The cards: one below the other on a phone, six columns where there is room. */
export function StatisticsGrid({
  statistics,
  projects,
  labels,
  today,
  weekStart,
  wanted,
  onWanted,
  pathOfTask,
}: StatisticsPageProps & LiveStatistics & { statistics: Statistics }) {
  const words = useStatisticsWords();
  const detailOf = useDetails();
  const { isTable, goal } = wanted;
  return (
    <div className="grid max-w-[1120px] gap-3 px-4 sm:px-6 lg:grid-cols-6 lg:gap-4">
      <CompletedCard {...{ statistics, today, isTable }} className="lg:col-span-4" />
      <div className="grid gap-3 sm:grid-cols-2 lg:col-span-2 lg:grid-cols-1 lg:gap-4">
        <GoalCard
          goal={goal}
          counts={statistics.countsByDay}
          today={today}
          weekStart={weekStart}
          onGoal={(next) => onWanted({ goal: next })}
        />
        <StreakCard statistics={statistics} today={today} />
      </div>
      <WeekdayCard counts={statistics.byWeekday} weekStart={weekStart} isTable={isTable} />
      <HourCard counts={statistics.byHour} isTable={isTable} />
      <div className="grid gap-3 sm:grid-cols-2 lg:col-span-6 lg:gap-4">
        <RankingCard
          title={words.projects.title}
          help={words.projects.help}
          testId="card-projects"
          ranking={statistics.byProject}
          things={projects.map(({ id, workspaceId, name, color, icon }) => ({
            id,
            name,
            detail: detailOf({ id, workspaceId, name }, projects),
            color,
            path: `/project/${id}`,
            mark: <ProjectMark color={color} icon={icon} />,
          }))}
          noneWord={words.projects.none}
          restWord={words.projects.rest}
        />
        <RankingCard
          title={words.labels.title}
          help={words.labels.help}
          testId="card-labels"
          ranking={statistics.byLabel}
          things={labels.map(({ id, workspaceId, name, color }) => ({
            id,
            name,
            detail: detailOf({ id, workspaceId, name }, labels),
            color,
            path: `/label/${id}`,
            mark: <ProjectMark color={color} icon={null} />,
          }))}
          noneWord={words.labels.none}
          restWord={words.labels.rest}
        />
      </div>
      <DeadlineCard timeliness={statistics.timeliness} />
      <PlannedCard planned={statistics.planned} today={today} isTable={isTable} />
      <OpenCard open={statistics.open} projects={projects} pathOfTask={pathOfTask} />
    </div>
  );
}

type Named = Pick<Label, 'id' | 'workspaceId' | 'name'>;

/** Gives the workspace of a project or label that has the name of another one. */
function useDetails(): (thing: Named, all: readonly Named[]) => string | undefined {
  const names = useWorkspaceNames(useWorkspacesWords().personal);
  return ({ id, workspaceId, name }, all) => {
    const isAlone = all.every((other) => other.id === id || other.name !== name);
    return isAlone || names.size < 2 ? undefined : names.get(workspaceId);
  };
}
