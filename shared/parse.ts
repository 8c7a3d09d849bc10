import * as z from 'zod/mini';
import { type QuickCheck, quickCheck } from './quick-check.ts';

/** One thing wrong with an input: where (RFC 6901 JSON pointer, `''` = the whole value) and what. */
export interface InputError {
  pointer: string;
  code: string;
}

/** A value that kept its schema, or everything that is wrong with it (at most 20 entries). */
export type Parsed<T> = { ok: true; value: T } | { ok: false; errors: InputError[] };

const maxErrors = 20;

const quickChecks = new WeakMap<z.core.$ZodType, QuickCheck | null>();

/**
 * Turns unknown input into `T` by its schema. Never throws; every edge of the system goes through here. A value that
 * keeps the schema as it stands, which is nearly every one, is given back as it came without being taken apart.
 */
export function parse<S extends z.core.$ZodType>(schema: S, input: unknown): Parsed<z.output<S>> {
  if (keepsSchema(schema, input)) return { ok: true, value: input };
  const result = z.safeParse(schema, input, { reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, errors: inputErrors(result.error.issues, []).slice(0, maxErrors) };
}

function keepsSchema<S extends z.core.$ZodType>(schema: S, input: unknown): input is z.output<S> {
  let check = quickChecks.get(schema);
  if (check === undefined) {
    check = quickCheck(schema) ?? null;
    quickChecks.set(schema, check);
  }
  return check?.(input) === true;
}

/** The JSON pointer of a path: `['a', 0, 'b/c']` → `/a/0/b~1c`. */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path
    .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

function inputErrors(issues: readonly z.core.$ZodIssue[], prefix: PropertyKey[]): InputError[] {
  return issues.flatMap((issue) => {
    const path = [...prefix, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        pointer: jsonPointer([...path, key]),
        code: 'unknown_field',
      }));
    }
    const nearest = issue.code === 'invalid_union' ? nearestBranch(issue.errors) : undefined;
    if (nearest !== undefined) return inputErrors(nearest, path);
    return [{ pointer: jsonPointer(path), code: issueCode(issue) }];
  });
}

/** The union branch that came furthest is the one the sender meant. */
function nearestBranch(
  branches: readonly (readonly z.core.$ZodIssue[])[],
): readonly z.core.$ZodIssue[] | undefined {
  const depth = (issues: readonly z.core.$ZodIssue[]) =>
    Math.max(0, ...issues.map((issue) => issue.path.length));
  return branches.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
}

function issueCode(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'required' : 'type';
    case 'too_small':
      return 'too_small';
    case 'too_big':
      return 'too_big';
    case 'invalid_format':
      return 'format';
    case 'invalid_value':
      return 'value';
    case 'custom':
      return issue.message === undefined || issue.message === '' ? 'invalid' : issue.message;
    default:
      return 'invalid';
  }
}
