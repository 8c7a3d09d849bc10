import type { Problem, SourceFile } from '#scripts/structure/source-file';

/** Home and working folders of one person's machine, on any system; `/home/node` is the user of the Node image. */
const machinePath =
  /(?<![\w./-])(?:\/(?:root|work)\/[\w.]|\/(?:home|Users)\/(?!node\b)\w|[A-Z]:\\\\?Users\\)/;

/** No file names a folder that exists on one machine only. */
export function findMachinePaths(files: readonly SourceFile[]): Problem[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => {
      const found = machinePath.exec(line)?.[0];
      if (found === undefined) return [];
      return [{ path: `${path}:${at + 1}`, message: `'${found}…' is a path of one machine` }];
    }),
  );
}
