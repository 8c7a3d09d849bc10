/** What `run` gave each time, one after the other. */
export async function repeat(
  times: number,
  run: (at: number) => Promise<number>,
): Promise<number[]> {
  const found: number[] = [];
  for (let at = 0; at < times; at += 1) found.push(await run(at));
  return found;
}
