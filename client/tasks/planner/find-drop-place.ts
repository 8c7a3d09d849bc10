import type { DropPlace } from './drag-session.ts';

/** The place under a point of the window (px); undefined where nothing can be dropped. Cards carry `data-drop-id`. */
export function findDropPlace(
  { x, y }: { x: number; y: number },
  draggedId: string,
): DropPlace | undefined {
  const element = document.elementFromPoint(x, y);
  const zone = element?.closest<HTMLElement>('[data-drop-zone]');
  const name = zone?.dataset['dropZone'];
  if (zone === undefined || zone === null || name === undefined) return undefined;
  const card = element?.closest<HTMLElement>('[data-drop-id]');
  const besideId = card?.dataset['dropId'];
  const offsetPx = Math.round(y - zone.getBoundingClientRect().top);
  if (card === undefined || card === null || !zone.contains(card) || besideId === draggedId) {
    return { zone: name, besideId: undefined, side: 'after', offsetPx };
  }
  const { top, height } = card.getBoundingClientRect();
  return { zone: name, besideId, side: y < top + height / 2 ? 'before' : 'after', offsetPx };
}
