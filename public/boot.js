/**
 * Runs before the application, and without it: says so where its code is missing, never comes, or fails
 * before anything is drawn. Never reloads by itself, so it can't end in a loop. The words are in the page.
 */
(() => {
  /** Milliseconds after which a start takes longer than usual. */
  const LATE_MS = 10_000;
  const place = document.getElementById('root');

  const style = () => {
    const text = place.querySelector('[data-starting]');
    if (text === null) return;
    // As the application has it: nothing moves when it is drawn.
    document.body.style.margin = '0';
    text.style.cssText =
      'max-width: 720px; padding: 24px; font: 14px/20px "Segoe UI", system-ui, sans-serif';
  };

  const show = (id) => {
    place.replaceChildren(document.getElementById(id).content.cloneNode(true));
    place.querySelector('button').addEventListener('click', () => location.reload());
    style();
  };

  const isStarting = () => place.querySelector('[data-starting]') !== null;
  const isDrawn = () => place.childElementCount > 0 && !isStarting();

  // A script that doesn't load tells its element alone, which is seen here on the way down.
  addEventListener(
    'error',
    ({ target }) => {
      if (target !== window && !(target instanceof HTMLScriptElement)) return;
      // The application may have drawn its own words by then.
      setTimeout(() => {
        if (!isDrawn()) show('not-started');
      });
    },
    true,
  );
  setTimeout(() => {
    if (place.querySelector('[data-starting="on-time"]') !== null) show('late');
  }, LATE_MS);
  style();
})();
