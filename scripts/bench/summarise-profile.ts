/** The parts of a V8 CPU profile that are read here. */
interface CpuProfile {
  nodes: readonly {
    id: number;
    callFrame: { functionName: string; url: string; lineNumber: number };
  }[];
  samples: readonly number[];
  timeDeltas: readonly number[];
}

const shownFunctions = 30;

/** The functions in which the processor spent the most time themselves, as lines of text; idle time is left out. */
export function summariseProfile(profile: CpuProfile): string {
  const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const microsecondsByName = new Map<string, number>();
  profile.samples.forEach((id, index) => {
    const name = names.get(id) ?? '?';
    const spent = profile.timeDeltas[index] ?? 0;
    microsecondsByName.set(name, (microsecondsByName.get(name) ?? 0) + spent);
  });
  const idle = microsecondsByName.get('(idle)') ?? 0;
  microsecondsByName.delete('(idle)');
  const total = [...microsecondsByName.values()].reduce((sum, spent) => sum + spent, 0);
  const top = [...microsecondsByName].sort(([, a], [, b]) => b - a).slice(0, shownFunctions);
  const lines = top.map(([name, spent]) => `${share(spent, total)} ${ms(spent)} ms  ${name}`);
  return [`busy ${ms(total)} ms, idle ${ms(idle)} ms`, ...lines].join('\n');
}

function nameOf({
  functionName,
  url,
  lineNumber,
}: CpuProfile['nodes'][number]['callFrame']): string {
  const file = url.replace(/^.*(?=node_modules|dist\/)/, '');
  return file === '' ? functionName : `${functionName || '(anonymous)'} ${file}:${lineNumber + 1}`;
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1).padStart(5)} %`;
}

function ms(microseconds: number): string {
  return (microseconds / 1000).toFixed(0).padStart(6);
}
