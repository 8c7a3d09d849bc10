/** The line that bars stand on, and the top of the scale with its value where bars have none. */
export function ChartGround({
  topY,
  baseY,
  label,
  isMirrored,
}: {
  topY: number;
  baseY: number;
  label: string | undefined;
  isMirrored: boolean;
}) {
  return (
    <g aria-hidden="true">
      {label === undefined ? null : (
        <>
          <line x1="0" x2="100%" y1={topY} y2={topY} stroke="var(--line)" strokeDasharray="2 4" />
          <text
            x={isMirrored ? '100%' : '0'}
            y={topY - 6}
            textAnchor="start"
            className="tabular fill-muted text-[0.6875rem]"
          >
            {label}
          </text>
        </>
      )}
      <line x1="0" x2="100%" y1={baseY + 0.5} y2={baseY + 0.5} stroke="var(--edge)" />
    </g>
  );
}

/** What is not done yet is told by its hatching, not by a colour. */
export function HatchPattern({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="6" height="6" fill="var(--surface)" />
        <line x1="0" x2="0" y1="0" y2="6" stroke="var(--accent)" strokeWidth="3" />
      </pattern>
    </defs>
  );
}
