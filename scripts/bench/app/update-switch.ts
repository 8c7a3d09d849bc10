import type { AppStage } from '#scripts/bench/app/app-stage';
import type { TwoBuilds } from '#client/e2e/second-build.ts';

/**
 * Ms from “Update now” until the build that is measured, as it is deployed, shows the first rows of the list. Each time the
 * other build is put there first; what has to be fetched is on the device before the press, as it is when a person reads “Update ready”.
 */
export async function measureUpdateSwitch(stage: AppStage, builds: TwoBuilds): Promise<number> {
  await builds.serve('second');
  const open = await stage.reopen({ isOffline: false });
  const { page } = open;
  const prompt = page.getByTestId('update-prompt').getByRole('button').last();
  const update = async () => {
    await page.goto(`${stage.url}/settings`);
    // Until the server has noticed that other files are there.
    while (!(await prompt.isVisible())) {
      await page.getByRole('button', { name: 'Check for updates' }).click();
      await page.waitForTimeout(1_000);
    }
  };
  await update();
  const switched = page.waitForEvent('load');
  await prompt.click();
  await switched;
  await builds.serve('first');
  await update();
  // A link within the app: the prompt stays.
  await page.evaluate(() => history.pushState(null, '', '/all'));
  await page.getByTestId('task-row').first().waitFor();
  const loaded = page.waitForEvent('load');
  const pressedMs = await prompt.evaluate((button) => {
    const nowMs = performance.timeOrigin + performance.now();
    if (button instanceof HTMLElement) button.click();
    return nowMs;
  });
  await loaded;
  const shownMs = await page.evaluate(async () => {
    return performance.timeOrigin + (await Reflect.get(globalThis, 'benchProbe').firstRows);
  });
  await open.close();
  return shownMs - pressedMs;
}
