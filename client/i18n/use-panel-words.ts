import { panelWords } from './en-panel.ts';

/** The words of a task's panel; see there. */
export function usePanelWords(): typeof panelWords {
  return panelWords;
}
