import { isTest, type Problem, type SourceFile } from '#scripts/structure/source-file';

/** Classes that name a side of the screen; in a language that runs from the right they would be on the wrong one. */
const physical =
  /^-?(scroll-[mp][lr]|[mp][lr]|left|right|border-[lr]|rounded-([lr]|[tb][lr])|(text|float|clear)-(left|right)|translate-x)(-|$)/;

/** Files that measure the screen itself, where a side is a side in every language. */
const measuring: readonly string[] = ['client/ui/tooltip-bubble.tsx'];

/** Class names of the client say start and end, never left and right, unless a variant says for which direction. */
export function findPhysicalClasses(files: readonly SourceFile[]): Problem[] {
  return files
    .filter(({ path }) => /^client\/.*\.tsx?$/.test(path) && !isTest(path))
    .filter(({ path }) => !measuring.includes(path))
    .flatMap(problemsOfFile);
}

function problemsOfFile({ path, text }: SourceFile): Problem[] {
  return text.split('\n').flatMap((line, at) =>
    classesOf(line)
      .filter(isPhysical)
      .map((name) => ({
        path: `${path}:${at + 1}`,
        message: `'${name}' names a side of the screen: use ms-, pe-, start-, text-start and the like`,
      })),
  );
}

/** The words of all strings of a line; one word alone, such as `right`, is a value and no list of classes. */
function classesOf(line: string): string[] {
  if (/^\s*(\/\/|\*|\/\*)/.test(line)) return [];
  const strings = [...line.matchAll(/'([^']*)'|"([^"]*)"|`([^`]*)`/g)];
  return strings
    .map(([, ...texts]) => texts.find((text) => text !== undefined) ?? '')
    .flatMap((text) => text.split(/\s+/))
    .filter((name) => name !== 'left' && name !== 'right');
}

function isPhysical(name: string): boolean {
  const variants = name.split(':');
  const last = variants.pop() ?? '';
  return physical.test(last) && !variants.includes('rtl') && !variants.includes('ltr');
}
