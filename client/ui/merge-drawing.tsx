import { drawingFrame as frame } from './drawing-frame.ts';

/** Two lines that run together again. */
export function MergeDrawing() {
  return (
    <svg {...frame}>
      <path d="M12 20h14c14 0 14 12 22 12h36M12 44h14c14 0 14-12 22-12" />
      <path d="m76 24 8 8-8 8" className="text-accent" stroke="currentColor" strokeWidth="2.5" />
    </svg>
  );
}
