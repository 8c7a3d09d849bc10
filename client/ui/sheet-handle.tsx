import { type PointerEvent, useRef } from 'react';

/** Dragged down this far (CSS pixels), a sheet closes; less, and it goes back. */
const closesAfterPx = 96;

/** The bar at the top of a sheet from below: dragging it down closes the sheet. The sheet has a button for it too. */
export function SheetHandle({ onClose }: { onClose: () => void }) {
  const startY = useRef<number>(undefined);
  const shift = ({ currentTarget, clientY }: PointerEvent) => {
    const by = Math.max(0, clientY - (startY.current ?? clientY));
    return { sheet: currentTarget.closest<HTMLElement>('[role="dialog"]'), by };
  };
  const end = (event: PointerEvent, canClose: boolean) => {
    const { sheet, by } = shift(event);
    startY.current = undefined;
    if (canClose && by > closesAfterPx) onClose();
    else sheet?.style.removeProperty('translate');
  };
  return (
    <div
      aria-hidden="true"
      data-testid="sheet-handle"
      onPointerDown={(event) => {
        startY.current = event.clientY;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (startY.current === undefined) return;
        const { sheet, by } = shift(event);
        sheet?.style.setProperty('translate', `0 ${by}px`);
      }}
      onPointerUp={(event) => end(event, true)}
      onPointerCancel={(event) => end(event, false)}
      className="flex h-5 shrink-0 cursor-grab touch-none items-center justify-center"
    >
      <span className="h-1 w-9 rounded-full bg-edge" />
    </div>
  );
}
