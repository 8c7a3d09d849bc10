import {
  type CompiledMessage,
  compileMessage,
  type Formatter,
  type MessageArguments,
} from '#scripts/catalogs/compile-message';

/** The text of one area in one language as it stands in its file: messages by name, in groups as deep as one likes. */
export interface Catalog {
  readonly [key: string]: string | Catalog;
}

/** One area in one language, compiled: the same groups with code instead of messages. */
export interface CompiledCatalog {
  readonly [key: string]: (CompiledMessage & { readonly message: string }) | CompiledGroup;
}

interface CompiledGroup {
  readonly group: CompiledCatalog;
}

/** Compiles every message of an area. Throws an Error whose lines name each key that is wrong, and why. */
export function compileCatalog(
  catalog: Catalog,
  { name, locale }: { name: string; locale: string },
): CompiledCatalog {
  const problems: string[] = [];
  const compiled = compileGroup(catalog, { path: name, locale, problems });
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return compiled;
}

function compileGroup(
  catalog: Catalog,
  of: { path: string; locale: string; problems: string[] },
): CompiledCatalog {
  const entries = Object.entries(catalog).flatMap(
    ([key, value]): [string, CompiledCatalog[string]][] => {
      const path = `${of.path}.${key}`;
      try {
        // A dot would make two keys of one in tools for translators.
        if (!/^[a-zA-Z0-9_-]+$/.test(key)) throw new Error('is not a key');
        if (typeof value === 'object')
          return [[key, { group: compileGroup(value, { ...of, path }) }]];
        if (typeof value !== 'string') throw new Error('is neither a message nor a group');
        return [[key, { ...compileMessage(value, of.locale), message: value }]];
      } catch (error) {
        of.problems.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
        return [];
      }
    },
  );
  return Object.fromEntries(entries);
}

/** Whether an entry holds others. */
export function isGroup(entry: CompiledCatalog[string]): entry is CompiledGroup {
  return 'group' in entry;
}

/** All that the messages of an area call. */
export function formattersOf(catalog: CompiledCatalog): Set<Formatter> {
  return new Set(
    Object.values(catalog).flatMap((entry) =>
      isGroup(entry) ? [...formattersOf(entry.group)] : [...entry.uses],
    ),
  );
}

/**
 * In what a translation differs from the original: keys that are missing or one too many, and messages that take other
 * arguments. One line each, with the path of the key; none when call sites cannot tell the two apart.
 */
export function differences(of: {
  path: string;
  original: CompiledCatalog;
  translation: CompiledCatalog;
}): string[] {
  const { path, original, translation } = of;
  const tooMany = Object.keys(translation).filter((key) => !(key in original));
  return [
    ...tooMany.map((key) => `${path}.${key}: is not in the original`),
    ...Object.entries(original).flatMap(([key, entry]) => {
      const other = translation[key];
      const here = `${path}.${key}`;
      if (other === undefined) return [`${here}: is missing`];
      if (isGroup(entry) && isGroup(other))
        return differences({ path: here, original: entry.group, translation: other.group });
      if (isGroup(entry) || isGroup(other)) return [`${here}: is a group in one of the two only`];
      const [wanted, found] = [signature(entry.takes), signature(other.takes)];
      return wanted === found ? [] : [`${here}: takes ${found} instead of ${wanted}`];
    }),
  ];
}

/** The arguments of a message as a type, e.g. `{ count: number; title: string }`; `nothing` without any. */
export function signature(takes: MessageArguments): string {
  if (takes.size === 0) return 'nothing';
  const parts = [...takes].sort(([a], [b]) => (a < b ? -1 : 1));
  return `{ ${parts.map(([name, type]) => `${name}: ${type}`).join('; ')} }`;
}
