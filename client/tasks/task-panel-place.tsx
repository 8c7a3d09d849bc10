import { PanelPlace } from './panel-place.tsx';
import { TaskPanel, type TaskPanelProps } from './task-panel.tsx';

/** The panel of a task in its place. */
export function TaskPanelPlace({
  takesFocus,
  ...props
}: TaskPanelProps & {
  /** False: the focus stays where it is, if the panel is beside the list. */
  takesFocus?: boolean;
}) {
  return (
    <PanelPlace takesFocus={takesFocus} onClose={props.onClose}>
      <TaskPanel {...props} />
    </PanelPlace>
  );
}
