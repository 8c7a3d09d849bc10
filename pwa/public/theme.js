// Runs before the first paint, as a file of its own because nothing may be inline: no flash of the wrong theme, language
// or direction. It comes to the same language as `findLanguage` in `client/i18n/languages.ts`.
(() => {
  const root = document.documentElement;
  let chosen;
  try {
    const { theme, contrast, density, language } = JSON.parse(
      localStorage.getItem('taskflow.preferences') ?? '{}',
    );
    chosen = language;
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    if (contrast === 'normal' || contrast === 'high') root.dataset.contrast = contrast;
    if (density === 'compact') root.dataset.density = density;
  } catch {
    // Storage that is blocked or broken leaves the theme of the system.
  }
  const isKnown = (code) => code === 'en' || code === 'ar';
  const ofDevice = navigator.languages.map((tag) => tag.split('-')[0].toLowerCase());
  root.lang = [chosen, ...ofDevice].find(isKnown) ?? 'en';
  root.dir = root.lang === 'ar' ? 'rtl' : 'ltr';
})();
