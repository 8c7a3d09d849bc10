/** What all small line drawings have in common: their size, and the colour of the text. */
export const drawingFrame = {
  viewBox: '0 0 96 64',
  className: 'h-16 w-24',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.75,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
  'aria-hidden': true,
} as const;
