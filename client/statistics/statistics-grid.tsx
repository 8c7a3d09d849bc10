import { useStatisticsWords } from '#client/i18n/compiled/use-statistics-words.ts';
import { ProjectMark } from '#client/ui/project-mark.tsx';
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
          things={projects.map(({ id, name, color, icon }) => ({
            id,
            name,
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
          things={labels.map(({ id, name, color }) => ({
            id,
            name,
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
