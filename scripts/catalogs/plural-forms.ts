const tried = Array.from({ length: 300 }, (_, count) => count);

/**
 * What is wrong with the choices of a plural in a locale, in words: a form that the locale has is left out, or one that
 * it has not is there. An exact choice (`=0`) stands for a form that has no other number. Undefined when all is well.
 */
export function missingForms(choices: readonly string[], locale: string): string | undefined {
  const rules = new Intl.PluralRules(locale);
  const { pluralCategories } = rules.resolvedOptions();
  const given = new Set(choices);
  const isCovered = (form: string) => {
    const numbers = tried.filter((count) => rules.select(count) === form);
    const isNamed = given.has(form);
    return isNamed || (numbers.length > 0 && numbers.every((count) => given.has(`=${count}`)));
  };
  const lacking = pluralCategories.filter((form) => !isCovered(form));
  if (lacking.length > 0) return `lacks ${lacking.join(', ')} in ${locale}`;
  const known: readonly string[] = pluralCategories;
  const unknown = choices.filter((choice) => !choice.startsWith('=') && !known.includes(choice));
  return unknown.length > 0 ? `has ${unknown.join(', ')}, unknown in ${locale}` : undefined;
}
