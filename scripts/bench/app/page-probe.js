// Runs in the page before the app does. Plain JavaScript: what a bundler adds to functions does not exist in there.
(() => {
  /** Resolves to the time at which a frame that shows the page as it is now has been painted. */
  const afterPaint = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve(performance.now()));
        port1.start();
        port2.postMessage(undefined);
      });
    });

  const isMet = ({ selector, text, is }) => {
    const found = [...document.querySelectorAll(selector)].some(
      (element) => text === undefined || element.textContent.includes(text),
    );
    return found === (is === 'there');
  };

  const untilMet = (condition) =>
    new Promise((resolve) => {
      if (isMet(condition)) return resolve();
      const observer = new MutationObserver(() => {
        if (!isMet(condition)) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(document, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    });

  let measured;
  const probe = {
    /** Waits for the next input of `type`; `result` then resolves to the ms from it to the paint that meets `condition`. */
    arm(type, condition) {
      measured = new Promise((resolve) => {
        const onInput = async (event) => {
          await untilMet(condition);
          resolve((await afterPaint()) - event.timeStamp);
        };
        addEventListener(type, onInput, { capture: true, once: true });
      });
    },
    result: () => measured,
    /** Ms from the start of navigation to the paint of the first row. */
    firstRows: untilMet({ selector: '[data-testid=task-row]', is: 'there' }).then(afterPaint),
    /** Scrolls what holds a list to its end in `steps` frames; the most rows mounted, and the longest frame in ms. */
    async scroll(selector, rowSelector, steps) {
      const list = document.querySelector(selector).parentElement;
      let [mostRows, longestMs, before] = [0, 0, performance.now()];
      const frames = [];
      for (let step = 1; step <= steps; step += 1) {
        list.scrollTop = (list.scrollHeight * step) / steps;
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const now = performance.now();
        frames.push(now - before);
        longestMs = Math.max(longestMs, now - before);
        before = now;
        mostRows = Math.max(mostRows, document.querySelectorAll(rowSelector).length);
      }
      return { mostRows, longestMs, frames };
    },
  };
  globalThis.benchProbe = probe;
})();
