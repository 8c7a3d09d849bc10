const rules = new Intl.PluralRules('en');
const numbers = new Intl.NumberFormat('en');

/** A count with its noun, e.g. `1 change`, `1,204 changes`. */
export function plural(count: number, forms: { one: string; other: string }): string {
  const form = rules.select(count) === 'one' ? forms.one : forms.other;
  return `${numbers.format(count)} ${form}`;
}

/** A number as people write it, e.g. `1,204`. */
export function formatNumber(value: number): string {
  return numbers.format(value);
}
