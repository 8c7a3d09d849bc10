import type * as z from 'zod/mini';

/** Whether a value keeps a schema as it stands, so that parsing it would give back the same value. */
export type QuickCheck = (input: unknown) => boolean;

/**
 * Turns a schema into one predicate made of closures. A schema stays the only description of a shape; this is a
 * faster way to say yes to it: no result objects, no issues, no copies, and no generated code, which the page's
 * content security policy forbids. It may say no to a value that parsing accepts (say, one with fields to strip), never
 * yes to one that parsing refuses or changes. `undefined`: a part of the schema is of a sort it does not know.
 */
export function quickCheck(schema: z.core.$ZodType): QuickCheck | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const base = checkOfType(def);
  if (base === undefined) return undefined;
  const checks = (def.checks ?? []).map(checkOfCheck);
  if (checks.some((check) => check === undefined)) return undefined;
  const all = checks.filter((check) => check !== undefined);
  if (all.length === 0) return base;
  return (input) => base(input) && all.every((check) => check(input));
}

type Def = z.core.$ZodTypes['_zod']['def'];

function checkOfType(def: Def): QuickCheck | undefined {
  switch (def.type) {
    case 'string':
      return 'format' in def ? undefined : (input) => typeof input === 'string';
    case 'number':
      return numberCheck(def);
    case 'boolean':
      return (input) => typeof input === 'boolean';
    case 'unknown':
      return () => true;
    case 'enum':
      return oneOf(Object.values(def.entries));
    case 'literal':
      return oneOf(def.values);
    case 'nullable':
      return wrapped(def.innerType, null);
    case 'optional':
      return wrapped(def.innerType, undefined);
    case 'array':
      return arrayCheck(def.element);
    case 'record':
      return recordCheck(def);
    case 'object':
      return objectCheck(def);
    case 'union':
      return unionCheck(def.options);
    default:
      return undefined;
  }
}

function numberCheck(def: Extract<Def, { type: 'number' }>): QuickCheck | undefined {
  const format = 'format' in def ? def.format : undefined;
  if (format === 'safeint') return Number.isSafeInteger;
  return format === undefined ? Number.isFinite : undefined;
}

function oneOf(values: readonly unknown[]): QuickCheck {
  const known = new Set(values);
  return (input) => known.has(input);
}

function wrapped(inner: z.core.$ZodType, also: null | undefined): QuickCheck | undefined {
  const check = quickCheck(inner);
  return check === undefined ? undefined : (input) => input === also || check(input);
}

function arrayCheck(element: z.core.$ZodType): QuickCheck | undefined {
  const check = quickCheck(element);
  return check === undefined ? undefined : (input) => Array.isArray(input) && input.every(check);
}

function recordCheck(def: Extract<Def, { type: 'record' }>): QuickCheck | undefined {
  const keyCheck = quickCheck(def.keyType);
  const valueCheck = quickCheck(def.valueType);
  if (keyCheck === undefined || valueCheck === undefined) return undefined;
  return (input) => {
    if (!isPlain(input)) return false;
    for (const key of Object.keys(input)) {
      if (key === '__proto__' || !keyCheck(key) || !valueCheck(input[key])) return false;
    }
    return true;
  };
}

function objectCheck(def: Extract<Def, { type: 'object' }>): QuickCheck | undefined {
  const checks = new Map<string, QuickCheck>();
  for (const [key, field] of Object.entries(def.shape)) {
    const check = quickCheck(field);
    if (check === undefined) return undefined;
    checks.set(key, check);
  }
  const fields = [...checks];
  const isLoose = def.catchall?._zod.def.type === 'unknown';
  return (input) => {
    if (!isPlain(input)) return false;
    for (const [key, check] of fields) if (!check(input[key])) return false;
    for (const key of Object.keys(input)) {
      if (!checks.has(key) && (!isLoose || key === '__proto__')) return false;
    }
    return true;
  };
}

function unionCheck(options: readonly z.core.$ZodType[]): QuickCheck | undefined {
  const checks = options.map(quickCheck);
  if (checks.some((check) => check === undefined)) return undefined;
  return (input) => checks.some((check) => check?.(input) === true);
}

function checkOfCheck(check: z.core.$ZodCheck): QuickCheck | undefined {
  const { def } = (check as z.core.$ZodChecks)._zod;
  switch (def.check) {
    case 'min_length':
      return (input) => lengthOf(input) >= def.minimum;
    case 'max_length':
      return (input) => lengthOf(input) <= def.maximum;
    case 'greater_than':
      return (input) =>
        def.inclusive ? Number(input) >= Number(def.value) : Number(input) > Number(def.value);
    case 'less_than':
      return (input) =>
        def.inclusive ? Number(input) <= Number(def.value) : Number(input) < Number(def.value);
    case 'string_format':
      return patternCheck(def);
    default:
      return customCheck(def);
  }
}

/** A pattern with memory between calls (`g`, `y`) would answer by its last call. */
function patternCheck({ pattern }: { pattern?: RegExp | undefined }): QuickCheck | undefined {
  if (pattern === undefined || pattern.global || pattern.sticky) return undefined;
  return (input) => typeof input === 'string' && pattern.test(input);
}

function customCheck(def: object): QuickCheck | undefined {
  if (!('check' in def) || def.check !== 'custom' || !('fn' in def)) return undefined;
  const { fn } = def;
  return typeof fn === 'function' ? (input) => fn(input) === true : undefined;
}

function lengthOf(input: unknown): number {
  return typeof input === 'string' || Array.isArray(input) ? input.length : Number.NaN;
}

function isPlain(input: unknown): input is Record<string, unknown> {
  if (typeof input !== 'object' || input === null) return false;
  const prototype: unknown = Object.getPrototypeOf(input);
  return prototype === Object.prototype || prototype === null;
}
