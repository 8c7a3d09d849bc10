import { isCode, isTest, type Problem, type SourceFile } from '#scripts/structure/source-file';

/** Where a reader meets code of others by its exports; components and scripts explain themselves by their names. */
const documentedFolders: readonly string[] = [
  'shared/',
  'sync-server/',
  'client/store/',
  'client/sync/',
];

const exported =
  /^export (?:declare )?(?:async )?(?:abstract )?(?:function\*?|const|class|type|interface|enum) (\w+)/;

/** Every export of the shared, server, store and sync code has a docstring right above it. */
export function findUndocumentedExports(files: readonly SourceFile[]): Problem[] {
  return files.filter(({ path }) => needsDocstrings(path)).flatMap(problemsOfFile);
}

function needsDocstrings(path: string): boolean {
  return (
    isCode(path) && !isTest(path) && documentedFolders.some((folder) => path.startsWith(folder))
  );
}

function problemsOfFile({ path, text }: SourceFile): Problem[] {
  const lines = text.split('\n');
  const documented = new Set<string>();
  return lines.flatMap((line, at) => {
    const name = exported.exec(line)?.[1];
    if (name === undefined || documented.has(name)) return [];
    // Overloads and a type of the same name as its value share one docstring.
    if (lines[at - 1]?.trimEnd().endsWith('*/') === true) {
      documented.add(name);
      return [];
    }
    return [{ path: `${path}:${at + 1}`, message: `'${name}' is exported without a docstring` }];
  });
}
