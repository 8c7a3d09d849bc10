import { open, type PictureView } from '#scripts/picture-stage';

/** The views of a device on which nobody ever was: `ids` lead nowhere there. */
export const firstViews: readonly PictureView[] = [
  {
    name: 'first-run',
    show: async (stage) => {
      await open(stage, '/dashboard');
      await stage.page.getByTestId('examples-note').waitFor();
    },
  },
  {
    name: 'sign-up',
    show: async (stage) => {
      await open(stage, '/login?new');
      await stage.page.getByTestId('login-name-input').waitFor();
    },
  },
  {
    name: 'login',
    show: async (stage) => {
      await open(stage, '/login');
      const name = stage.page.getByTestId('login-name-input');
      if (await name.isVisible()) await stage.page.getByTestId('login-mode-toggle').click();
    },
  },
  {
    name: 'login-error',
    show: async (stage) => {
      await stage.page.getByTestId('login-email-input').fill('robin@example.com');
      await stage.page.getByTestId('login-password-input').fill('not this one');
      await stage.page.getByTestId('login-submit-button').click();
      await stage.page.getByTestId('login-error').waitFor();
    },
  },
  ...['dashboard', 'today', 'upcoming', 'calendar', 'board', 'labels', 'trash', 'conflicts'].map(
    (path): PictureView => ({ name: `empty-${path}`, show: (stage) => open(stage, `/${path}`) }),
  ),
  {
    name: 'broken',
    show: async (stage) => {
      await stage.page.route('**/assets/settings-view-*.js', (route) => route.abort());
      await stage.page.goto(`${stage.url}/settings`);
      await stage.page.getByTestId('route-error').waitFor();
    },
  },
];
