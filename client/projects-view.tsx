import { ProjectsPage } from '#client/projects/projects-page.tsx';
import { useViewCounts } from '#client/tasks/view-counts.ts';
import { useToday } from '#client/ui/timing.ts';

/** The page of all projects, with the counts that only the tasks know. */
export function ProjectsView() {
  return <ProjectsPage countsById={useViewCounts(useToday()).byProjectId} />;
}
