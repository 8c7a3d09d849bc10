import { isTest, type Problem, type SourceFile } from '#scripts/structure/source-file';

/** Attributes that are read out or shown. */
const shownAttributes = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'aria-placeholder',
  'title',
  'placeholder',
  'alt',
  'label',
  'description',
  'closeLabel',
  'data-tooltip',
];

/** A word of two letters or more; signs, keys of one letter and HTML entities are the same in every language. */
const word = /\p{L}{2}/u;

const attribute = new RegExp(
  `(?<![\\w-])(${shownAttributes.join('|')})=(?:"([^"]*)"|\\{\\s*(?:'([^']*)'|"([^"]*)"|\`([^\`]*)\`)\\s*\\})`,
  'g',
);

/**
 * Text between two tags. A `>` that ends a tag follows a quote, a brace, a name or a slash; what stands between it and
 * the next `<` must hold no sign of code, so that generics and comparisons are no text.
 */
const textNode = /(?<==["}'\w/-]|["}\w/-])>([^<>{}()=;&|]*)(?=<|\{)/g;

/** Code of the app; catalogs become code in `compiled`, and tests in a browser name what they look for. */
const ownWords = /^client\/(?!i18n\/compiled\/|e2e\/).*\.tsx?$/;

/** Every word that a person sees or hears comes from a catalog, so that it is there in every language. */
export function findWordsOnScreen(files: readonly SourceFile[]): Problem[] {
  return files
    .filter(({ path }) => ownWords.test(path) && !isTest(path))
    .flatMap(({ path, text }) => {
      const code = withoutComments(text);
      // Only a component has tags; a sentence may come from anywhere.
      const inTags = path.endsWith('.tsx')
        ? [...textProblems(code), ...attributeProblems(code)]
        : [];
      return [...inTags, ...sentenceProblems(code)].map(({ at, message }) => ({
        path: `${path}:${lineAt(code, at)}`,
        message,
      }));
    });
}

interface Found {
  at: number;
  message: string;
}

function textProblems(code: string): Found[] {
  return (
    [...code.matchAll(textNode)]
      // A comma after a tag is one between values.
      .filter(([, text = '']) => word.test(text) && !text.trimStart().startsWith(','))
      .map(({ index, 1: text = '' }) => ({
        at: index,
        message: `'${text.trim().split('\n')[0]}' is not from a catalog`,
      }))
  );
}

function attributeProblems(code: string): Found[] {
  return [...code.matchAll(attribute)].flatMap(({ index, 1: name = '', ...groups }) => {
    const value = [groups[2], groups[3], groups[4], groups[5]].find((text) => text !== undefined);
    // What a template puts in is code.
    const text = (value ?? '').replace(/\$\{[^}]*\}/g, '');
    return word.test(text)
      ? [{ at: index, message: `${name} '${text}' is not from a catalog` }]
      : [];
  });
}

/** A string that reads as a sentence is one, wherever it stands; those of errors are for developers. */
function sentenceProblems(code: string): Found[] {
  return [
    ...code.matchAll(/(?<!(?:Error|super)\()(['"`])(\p{Lu}\p{Ll}+(?: [\p{L}’]+)+[.?!]?)\1/gu),
  ].map(({ index, 2: text = '' }) => ({ at: index, message: `'${text}' is not from a catalog` }));
}

/** Comments as blanks, so that lines keep their numbers. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, (comment) =>
    comment.replace(/[^\n]/g, ' '),
  );
}

function lineAt(code: string, at: number): number {
  return code.slice(0, at).split('\n').length;
}
