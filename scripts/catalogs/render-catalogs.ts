import {
  type Catalog,
  compileCatalog,
  type CompiledCatalog,
  differences,
  formattersOf,
  isGroup,
  signature,
} from '#scripts/catalogs/compile-catalog';
import { quote } from '#scripts/catalogs/compile-message';

/** The language that the others are compared with, and whose words come with the code that shows them. */
export const originalLanguage = 'en';

/** Catalogs by language and area, e.g. `catalogs.en.tasks`. */
export type Catalogs = Readonly<Record<string, Readonly<Record<string, Catalog>>>>;

type Areas = Readonly<Record<string, CompiledCatalog>>;

const notice = (source: string) =>
  `// Made from ${source} by \`npm run words\`; edit that instead.\n`;

/**
 * The files that the catalogs become, by their path below `client/i18n/compiled/`. `startAreas` are there before the
 * first view; each other one gets a hook, and comes with the views that use it. Throws an Error that lists everything
 * that is wrong: messages that do not compile, and translations that differ from the original in more than their words.
 */
export function renderCatalogs(
  catalogs: Catalogs,
  startAreas: readonly string[],
): Map<string, string> {
  const languages = compileAll(catalogs);
  const original = languages[originalLanguage] ?? {};
  const unknown = startAreas.filter((area) => !(area in original));
  if (unknown.length > 0) throw new Error(`There is no catalog for ${unknown.join(', ')}`);
  const areas = Object.keys(original).sort();
  const laterAreas = areas.filter((area) => !startAreas.includes(area));
  const files: [string, string][] = [
    ['messages.ts', renderMessages(startAreas, laterAreas)],
    ...areas.map((area): [string, string] => [
      `types/${area}-words.ts`,
      renderType(area, original),
    ]),
    ...laterAreas.map((area): [string, string] => [`use-${area}-words.ts`, renderHook(area)]),
    ...Object.entries(languages).flatMap(([language, compiled]) =>
      renderLanguage({ language, compiled, startAreas, laterAreas }),
    ),
  ];
  return new Map(files);
}

function compileAll(catalogs: Catalogs): Readonly<Record<string, Areas>> {
  const problems: string[] = [];
  const languages = Object.entries(catalogs).map(([language, areas]) => {
    const compiled = Object.entries(areas).map(([area, catalog]) => {
      try {
        const name = `${language}/${area}`;
        return [area, compileCatalog(catalog, { name, locale: language })] as const;
      } catch (error) {
        problems.push(error instanceof Error ? error.message : String(error));
        return [area, {}] as const;
      }
    });
    return [language, Object.fromEntries(compiled)] as const;
  });
  const byLanguage = Object.fromEntries(languages);
  const original = { group: byLanguage[originalLanguage] ?? {} };
  if (problems.length === 0)
    for (const [language, areas] of languages)
      problems.push(...compareAreas({ language, original: original.group, areas }));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return byLanguage;
}

function compareAreas(of: { language: string; original: Areas; areas: Areas }): string[] {
  const asGroups = (areas: Areas) =>
    Object.fromEntries(Object.entries(areas).map(([area, group]) => [area, { group }]));
  const [original, translation] = [asGroups(of.original), asGroups(of.areas)];
  return differences({ path: of.language, original, translation });
}

function renderLanguage(of: {
  language: string;
  compiled: Areas;
  startAreas: readonly string[];
  laterAreas: readonly string[];
}): [string, string][] {
  const { language, compiled, startAreas, laterAreas } = of;
  const folder = `catalogs/${language}`;
  const areas = Object.entries(compiled).map(([area, catalog]): [string, string] => {
    const formatters = [...formattersOf(catalog)].sort();
    const imports = formatters.length === 0 ? '' : importing(formatters.join(', '), './formats.ts');
    const type = typeName(area);
    return [
      `${language}/${area}-words.ts`,
      `${notice(`${folder}/${area}.json`)}${imports}${importingType(type, `../types/${area}-words.ts`)}
/** The words of \`${area}\` in the language \`${language}\`. */
export const ${valueName(area)}: ${type} = ${renderCode(catalog, '')};
`,
    ];
  });
  const formats = `${notice(folder)}import { createFormats } from '../../formats.ts';

/** How the language \`${language}\` writes numbers and dates. */
export const formats = createFormats('${language}');

/** What the words call. */
export const { form, number, text } = formats;
`;
  const start = renderBundle({ folder, areas: startAreas, name: 'start', type: 'Messages' });
  const later = renderBundle({ folder, areas: laterAreas, name: 'later', type: 'LaterMessages' });
  const files: [string, string][] = [
    [`${language}/formats.ts`, formats],
    [`${language}/start.ts`, start],
    ...areas,
  ];
  return language === originalLanguage ? files : [...files, [`${language}/later.ts`, later]];
}

function renderBundle(of: {
  folder: string;
  areas: readonly string[];
  name: string;
  type: string;
}): string {
  const imports = of.areas.map((area) => importing(valueName(area), `./${area}-words.ts`)).join('');
  const members = of.areas.map((area) => `  ${renderKey(area)}: ${valueName(area)},\n`).join('');
  const formats = of.name === 'start' ? "\nexport { formats } from './formats.ts';\n" : '';
  const when = of.name === 'start' ? 'before the first view' : 'with the views that use them';
  return `${notice(of.folder)}${importingType(of.type, '../messages.ts')}${imports}${formats}
/** The words that come ${when}. */
export const ${of.name}: ${of.type} = {
${members}};
`;
}

function renderMessages(startAreas: readonly string[], laterAreas: readonly string[]): string {
  const all = [...startAreas, ...laterAreas];
  const imports = all
    .map((area) => importingType(typeName(area), `./types/${area}-words.ts`))
    .join('');
  const members = (areas: readonly string[]) =>
    areas.map((area) => `  readonly ${renderKey(area)}: ${typeName(area)};\n`).join('');
  return `${notice('catalogs/')}${imports}
/** The words that are there before the first view. */
export interface Messages {
${members(startAreas)}}

/** The words that come with the views that use them. */
export interface LaterMessages {
${members(laterAreas)}}
`;
}

function renderHook(area: string): string {
  const type = typeName(area);
  return `${notice(`catalogs/*/${area}.json`)}${importing('useArea', '../use-area.ts')}${importing(
    valueName(area),
    `./${originalLanguage}/${area}-words.ts`,
  )}${importingType(type, `./types/${area}-words.ts`)}
/** The words of \`${area}\` in the person's language. */
export function use${type}(): ${type} {
  return useArea('${area}', ${valueName(area)});
}
`;
}

function renderType(area: string, original: Areas): string {
  const body = renderTypeOf(original[area] ?? {}, '');
  return `${notice(`catalogs/${originalLanguage}/${area}.json`)}
/** The words of \`${area}\` with what they take. */
export interface ${typeName(area)} ${body}
`;
}

function renderTypeOf(catalog: CompiledCatalog, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(catalog).map(([key, entry]) => {
    const name = `${inner}readonly ${renderKey(key)}: `;
    if (isGroup(entry)) return `${name}${renderTypeOf(entry.group, inner)};\n`;
    if (entry.takes.size === 0) return `${name}string;\n`;
    const comment = entry.message.replaceAll('*/', '*\\/').replaceAll('\n', ' ');
    return `${inner}/** ${comment} */\n${name}(of: ${signature(entry.takes)}) => string;\n`;
  });
  return `{\n${lines.join('')}${indent}}`;
}

function renderCode(catalog: CompiledCatalog, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(catalog).map(([key, entry]) => {
    const code = isGroup(entry) ? renderCode(entry.group, inner) : entry.code;
    return `${inner}${renderKey(key)}: ${code},\n`;
  });
  return `{\n${lines.join('')}${indent}}`;
}

function importing(names: string, from: string): string {
  return `import { ${names} } from '${from}';\n`;
}

function importingType(name: string, from: string): string {
  return `import type { ${name} } from '${from}';\n`;
}

function renderKey(key: string): string {
  return /^[a-zA-Z_]\w*$/.test(key) ? key : quote(key);
}

/** `quick-add` → `quickAddWords`; never a reserved word, which `import` would be. */
function valueName(area: string): string {
  return `${area.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Words`;
}

/** `quick-add` → `QuickAddWords`. */
function typeName(area: string): string {
  const name = valueName(area);
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}
