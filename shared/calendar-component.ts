import ICAL from 'ical.js';

/** One value with what its line says beside it. */
export interface CalendarValue {
  /** Text as written by people, escapes undone; of dates and durations the form that jCal gives them (RFC 7265). */
  text: string;
  /** `date`, `date-time`, `duration`, `text` … */
  type: string;
  /** A parameter of the line, '' where it is not given. */
  parameter: (name: string) => string;
}

/** An entry of a calendar, read. Names of properties are in small letters. */
export interface CalendarComponent {
  /** All values of a property, in order. */
  values: (name: string) => CalendarValue[];
  /** Rules of recurrence as RFC 5545 writes them, `FREQ` first where they make sense. */
  rules: (name: 'rrule' | 'exrule') => string[];
  components: (name: string) => CalendarComponent[];
  /** Lines that cannot be read and were left out, with the names of their properties. */
  unread: readonly { name: string; text: string }[];
}

/** Reads the lines of one entry; undefined if nothing of it can be read. A broken line costs only itself. */
export function readComponent(lines: readonly string[]): CalendarComponent | undefined {
  const whole = parsed(lines);
  if (whole !== undefined) return toComponent(whole, []);
  const isFrame = (line: string) => /^(BEGIN|END):/i.test(line);
  const readable = lines.filter((line) => isFrame(line) || isReadable(line));
  const rest = parsed(readable);
  if (rest === undefined) return undefined;
  const kept = new Set(readable);
  const unread = lines
    .filter((line) => !kept.has(line))
    .map((text) => ({ name: /^[\w-]*/.exec(text)?.[0].toLowerCase() ?? '', text }));
  return toComponent(rest, unread);
}

function parsed(lines: readonly string[]): ICAL.Component | undefined {
  try {
    return new ICAL.Component(ICAL.parse(lines.join('\n')));
  } catch {
    return undefined;
  }
}

function isReadable(line: string): boolean {
  return parsed(['BEGIN:VEVENT', line, 'END:VEVENT']) !== undefined;
}

function toComponent(
  component: ICAL.Component,
  unread: CalendarComponent['unread'],
): CalendarComponent {
  return {
    unread,
    values: (name) => component.getAllProperties(name).flatMap(valuesOf),
    rules: (name) => component.getAllProperties(name).map(ruleOf),
    components: (name) =>
      component.getAllSubcomponents(name).map((child) => toComponent(child, [])),
  };
}

function ruleOf(property: ICAL.Property): string {
  try {
    const value = property.getFirstValue();
    return value instanceof ICAL.Recur ? value.toString() : '';
  } catch {
    // It makes no sense, such as an UNTIL that is no day: as it was parsed, for people to read.
    const [, , , parts]: unknown[] = property.toJSON();
    const pairs = Object.entries(typeof parts === 'object' && parts !== null ? parts : {});
    return pairs.map(([name, value]) => `${name.toUpperCase()}=${String(value)}`).join(';');
  }
}

/** The values as they were parsed: making objects of them would throw on a date that does not exist. */
function valuesOf(property: ICAL.Property): CalendarValue[] {
  const [, , type, ...values]: unknown[] = property.toJSON();
  const parameter = (name: string) => {
    const held = property.getParameter(name);
    return typeof held === 'string' ? held : (held?.[0] ?? '');
  };
  return values.flatMap((given) => {
    // A period of time is a pair: what counts is when it begins.
    const value: unknown = Array.isArray(given) ? given[0] : given;
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    const text = type === 'unknown' ? unescaped(String(value)) : String(value);
    return [{ text, type: String(type), parameter }];
  });
}

/** Properties that no standard names are kept as they stand. */
function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
}
