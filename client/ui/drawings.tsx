import { drawingFrame as frame } from './drawing-frame.ts';

/** A tray with nothing in it and a check mark above. */
export function TrayDrawing() {
  return (
    <svg {...frame}>
      <path d="M16 38h18c2 7 6 9 14 9s12-2 14-9h18M16 38l9-18h6M80 38l-9-18h-6M16 38v16h64V38" />
      <path d="m39 21 7 7 13-15" className="text-accent" stroke="currentColor" strokeWidth="2.5" />
    </svg>
  );
}

/** A sun over a horizon: nothing to do today. */
export function SunDrawing() {
  return (
    <svg {...frame}>
      <path d="M8 50h80M22 58h52" />
      <path
        d="M30 50a18 18 0 0 1 36 0"
        className="text-accent"
        stroke="currentColor"
        strokeWidth="2.5"
      />
      <path d="M48 12v8M22 23l5 5M74 23l-5 5" />
    </svg>
  );
}

/** An empty basket. */
export function BasketDrawing() {
  return (
    <svg {...frame}>
      <path d="M28 20h40M42 20v-6h12v6M32 20l3 36h26l3-36M43 30v16M53 30v16" />
    </svg>
  );
}
