/** The parts of a V8 CPU profile that are read here. */
interface CpuProfile {
  nodes: readonly ProfileNode[];
  samples: readonly number[];
  timeDeltas: readonly number[];
}

interface ProfileNode {
  id: number;
  callFrame: { functionName: string; url: string; lineNumber: number };
  children?: readonly number[];
}

const shownFunctions = 25;

/**
 * Where the processor's time went, as lines of text: by function, and by the innermost function of our own with
 * everything that libraries and the engine did for it. Idle time is left out.
 */
export function summariseProfile(profile: CpuProfile): string {
  const selfById = selfTimes(profile);
  const nameById = new Map(profile.nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const ownById = ownFunctions(profile.nodes);
  const idleIds = profile.nodes.filter(({ callFrame }) => callFrame.functionName === '(idle)');
  const idle = idleIds.reduce((sum, { id }) => sum + (selfById.get(id) ?? 0), 0);
  for (const { id } of idleIds) selfById.delete(id);
  const total = [...selfById.values()].reduce((sum, spent) => sum + spent, 0);
  return [
    `busy ${ms(total)} ms, idle ${ms(idle)} ms`,
    'by function:',
    ...largest(selfById, nameById, total),
    'by function of our own, with what it calls of others:',
    ...largest(selfById, ownById, total),
  ].join('\n');
}

function selfTimes({ samples, timeDeltas }: CpuProfile): Map<number, number> {
  const byId = new Map<number, number>();
  samples.forEach((id, index) => {
    byId.set(id, (byId.get(id) ?? 0) + (timeDeltas[index] ?? 0));
  });
  return byId;
}

/** For each node the name of the nearest function of the server's own on the stack, itself included. */
function ownFunctions(nodes: readonly ProfileNode[]): Map<number, string> {
  const nodeById = new Map(nodes.map((node) => [node.id, node]));
  const names = new Map<number, string>();
  const childIds = new Set(nodes.flatMap(({ children }) => children ?? []));
  const waiting = nodes
    .filter(({ id }) => !childIds.has(id))
    .map((node) => ({ node, owner: '(nobody)' }));
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    const { node, owner } = entry;
    const isOwn = node.callFrame.url.includes('dist/server/');
    const name = isOwn ? nameOf(node.callFrame) : owner;
    const isEngine = owner === '(nobody)' && node.callFrame.url === '';
    names.set(node.id, isEngine ? node.callFrame.functionName : name);
    for (const id of node.children ?? []) {
      const child = nodeById.get(id);
      if (child) waiting.push({ node: child, owner: name });
    }
  }
  return names;
}

function largest(
  selfById: ReadonlyMap<number, number>,
  nameById: ReadonlyMap<number, string>,
  total: number,
): string[] {
  const byName = new Map<string, number>();
  for (const [id, spent] of selfById) {
    const name = nameById.get(id) ?? '?';
    byName.set(name, (byName.get(name) ?? 0) + spent);
  }
  const top = [...byName].sort(([, a], [, b]) => b - a).slice(0, shownFunctions);
  return top.map(([name, spent]) => `${share(spent, total)} ${ms(spent)} ms  ${name}`);
}

function nameOf({ functionName, url, lineNumber }: ProfileNode['callFrame']): string {
  const file = url.replace(/^.*(?=node_modules|dist\/)/, '');
  return file === '' ? functionName : `${functionName || '(anonymous)'} ${file}:${lineNumber + 1}`;
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1).padStart(5)} %`;
}

function ms(microseconds: number): string {
  return (microseconds / 1000).toFixed(0).padStart(6);
}
