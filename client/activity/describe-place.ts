import { type ActivityStep, changedFields } from './activity-step.ts';
import type { Doer, Speaking } from './describe-step.ts';

/** Where a step moved a task to. A section or parent that follows from another project goes without saying. */
export function describePlace(step: ActivityStep, doer: Doer, speaking: Speaking): string[] {
  const { words, nameOf, messages } = speaking;
  const { did } = words;
  const { projectId, sectionId, parentId } = step.value;
  const changed = new Set(changedFields(step));
  const said: string[] = [];
  if (changed.has('parentId') && (typeof parentId === 'string' || !changed.has('projectId'))) {
    if (typeof parentId !== 'string') said.push(did.unnested(doer));
    else {
      const to = nameOf('task', parentId);
      said.push(to === undefined ? did.nestedGone(doer) : did.nested({ ...doer, to }));
    }
  }
  if (changed.has('projectId')) {
    const to =
      typeof projectId === 'string' ? nameOf('project', projectId) : messages.tasks.noProject;
    said.push(to === undefined ? did.projectGone(doer) : did.projectMoved({ ...doer, to }));
  }
  if (changed.has('sectionId') && (typeof sectionId === 'string' || said.length === 0)) {
    const to = typeof sectionId === 'string' ? nameOf('section', sectionId) : undefined;
    said.push(to === undefined ? did.sectionLeft(doer) : did.sectionMoved({ ...doer, to }));
  }
  return said;
}
