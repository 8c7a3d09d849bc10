// Runs before the first paint, as a file of its own because nothing may be inline: no flash of the wrong theme.
(() => {
  try {
    const { theme, density } = JSON.parse(localStorage.getItem('taskflow.preferences') ?? '{}');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    if (density === 'compact') document.documentElement.dataset.density = density;
  } catch {
    // Storage that is blocked or broken leaves the theme of the system.
  }
})();
