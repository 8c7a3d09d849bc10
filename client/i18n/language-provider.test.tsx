import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, expect, it } from 'vitest';
import { usePlanWords } from './compiled/use-plan-words.ts';
import { english, LanguageContext, useMessages } from './language.ts';
import { LanguageProvider } from './language-provider.tsx';
import type { LanguageCode } from './languages.ts';
import { loadLanguage, loadWholeLanguage } from './load-language.ts';

afterEach(cleanup);

function Form() {
  const { nav } = useMessages();
  const plan = usePlanWords();
  return (
    <>
      <h1>{nav.inbox}</h1>
      <p>{plan.later}</p>
      <input />
    </>
  );
}

function speak(wanted: LanguageCode) {
  return (
    <LanguageProvider wanted={wanted} first={english}>
      <Form />
    </LanguageProvider>
  );
}

it('another language comes in place, and what is being typed stays', async () => {
  const { rerender } = render(speak('en'));
  expect(screen.getByRole('heading').textContent).toBe('Inbox');
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'half a tit' } });
  rerender(speak('ar'));
  expect(await screen.findByText('الوارد')).toBeDefined();
  expect(screen.getByText('لاحقًا')).toBeDefined();
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('half a tit');
  expect(document.documentElement.lang).toBe('ar');
  expect(document.documentElement.dir).toBe('rtl');
  rerender(speak('en'));
  expect(await screen.findByText('Inbox')).toBeDefined();
  expect(document.documentElement.dir).toBe('ltr');
});

it('a view waits for words that are on their way instead of speaking two languages', async () => {
  const { later, ...arabic } = await loadWholeLanguage('ar');
  if (later?.loaded === undefined) throw new Error('the words did not arrive');
  const words = later.loaded;
  let arrive = () => {};
  const loading = new Promise<typeof words>((resolve) => {
    arrive = () => resolve(words);
  });
  await act(async () =>
    render(
      <LanguageContext value={{ ...arabic, later: { loading } }}>
        <Suspense fallback="…">
          <Form />
        </Suspense>
      </LanguageContext>,
    ),
  );
  expect(document.body.textContent).toBe('…');
  await act(async () => arrive());
  expect(document.body.textContent).toContain('لاحقًا');
});

it('English is there without loading anything', async () => {
  expect(await loadLanguage('en')).toBe(english);
});
