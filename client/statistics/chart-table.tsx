/** One line of a table: what it is of, and a cell for each other column. */
export interface TableLine {
  key: string;
  name: string;
  cells: readonly string[];
}

/** More are scrolled to; the last one in sight is cut, so that it tells. */
const linesInSight = 7;

/** The values of a chart, to be read. */
export function ChartTable({
  caption,
  columns,
  lines,
}: {
  caption: string;
  /** Of the names first. */
  columns: readonly string[];
  lines: readonly TableLine[];
}) {
  const [first, ...others] = columns;
  return (
    <div
      role="group"
      aria-label={caption}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be within reach of the keyboard
      tabIndex={lines.length > linesInSight ? 0 : undefined}
      className="max-h-[17.4rem] overflow-y-auto rounded-control"
    >
      <table className="tabular w-full text-[0.8125rem]">
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 bg-surface text-xs text-muted">
          <tr>
            <th scope="col" className="py-1.5 text-start font-medium">
              {first}
            </th>
            {others.map((column) => (
              <th key={column} scope="col" className="py-1.5 text-end font-medium">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {lines.map(({ key, name, cells }) => (
            <tr key={key}>
              <th scope="row" className="py-1.5 text-start font-normal">
                {name}
              </th>
              {cells.map((cell, at) => (
                <td key={others[at]} className="py-1.5 text-end">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
