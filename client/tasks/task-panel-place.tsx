import { PanelPlace } from './panel-place.tsx';
import { TaskPanel, type TaskPanelProps } from './task-panel.tsx';

/** The panel of a task in its place. */
export function TaskPanelPlace(props: TaskPanelProps) {
  return (
    <PanelPlace onClose={props.onClose}>
      <TaskPanel {...props} />
    </PanelPlace>
  );
}
