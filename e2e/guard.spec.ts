import { expect } from 'playwright/test';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

// The guard is watched itself.
test.use({ isShared: false });

/** The guard of all other tests: what is planted here would fail them. */

test(
  'an error or a warning in the console is noticed',
  { tag: proves('an error in the console fails a test') },
  async ({ app, page, troubles }) => {
    await app.open('/');
    expect(troubles.take()).toEqual([]);
    await page.evaluate(() => {
      globalThis.console.error('planted error');
      globalThis.console.warn('planted warning');
      globalThis.console.info('nothing to worry about');
    });
    await expect
      .poll(() => troubles.take())
      .toEqual(['error: planted error', 'warning: planted warning']);
  },
);

test('notices an uncaught exception', async ({ app, page, troubles }) => {
  await app.open('/');
  await page.evaluate(() => {
    queueMicrotask(() => {
      throw new Error('planted exception');
    });
  });
  await expect.poll(() => troubles.take()).toContainEqual('uncaught: planted exception');
});

test('a violation of the content security policy is noticed', async ({ app, page, troubles }) => {
  await app.open('/');
  await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'body { color: red }';
    document.head.append(style);
  });
  await expect
    .poll(() => troubles.take().join('\n'))
    .toMatch(/uncaught: policy: style-src-elem inline/);
});

test('a request that would leave the machine is noticed, and does not leave', async ({
  app,
  page,
  troubles,
}) => {
  await app.open('/');
  await expect(page.goto('https://example.com/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
  await expect.poll(() => troubles.take()).toContainEqual('request: https://example.com/');
});

test('an answer with an error is noticed where none is expected', async ({
  app,
  page,
  troubles,
}) => {
  await app.open('/jobs/a~b~c~d');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect
    .poll(() => troubles.take().join('\n'))
    .toContain('the server responded with a status of 404');
});
