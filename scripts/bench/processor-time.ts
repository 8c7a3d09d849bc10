/** Milliseconds of processor time that a run took, which other programs beside it do not lengthen. */
export function timeOf(run: () => unknown): number {
  const from = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

/** Milliseconds as they are printed. */
export function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

/** Prints one line of figures. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
