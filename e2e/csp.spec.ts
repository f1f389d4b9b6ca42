import { expect } from 'playwright/test';
import { test } from './fixtures.ts';
import { restoreStarted } from './drivers/restores.ts';
import { proves } from './set.ts';

// The policy is looked at from the first load on.
test.use({ isShared: false });

/** What this demo's policy must and must not contain; the guard fails on every violation. */

test('the page is sent with the policy, and nothing in it is unsafe', async ({ page }) => {
  const answer = await page.goto('/');
  const policy = (await answer?.headerValue('content-security-policy')) ?? '';
  const directives = new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values];
    }),
  );
  expect(policy).not.toContain('unsafe-');
  expect(policy).not.toContain('*;');
  expect(directives.get('default-src')).toEqual(["'none'"]);
  expect(directives.get('script-src')).toEqual(["'self'"]);
  expect(directives.get('style-src')).toEqual([
    "'self'",
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
    "'sha256-ZcmlGZXL1PRjPR3dasQdXReHevrvKAR6qcPXQg6c3lw='",
  ]);
  expect(directives.get('connect-src')).toContain('https://management.azure.com');
  expect(directives.get('require-trusted-types-for')).toEqual(["'script'"]);
  expect(directives.get('frame-ancestors')).toEqual(["'none'"]);
  expect(await answer?.headerValue('x-content-type-options')).toBe('nosniff');
});

test('deep addresses, scripts and the worker come under the same headers', async ({
  page,
  request,
}) => {
  await page.goto('/');
  const deep = await request.get('/restore/11111111-2222-4333-8444-555555555555/review');
  expect(deep.status()).toBe(200);
  expect(deep.headers()['content-security-policy']).toContain("default-src 'none'");
  const worker = await request.get('/mockServiceWorker.js');
  expect(worker.headers()['content-type']).toContain('javascript');
  expect(worker.headers()['content-security-policy']).toContain("default-src 'none'");
});

test('the policy stops inline scripts, evaluated text and foreign hosts', async ({
  app,
  page,
  troubles,
}) => {
  await app.open('/');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.setAttribute('nonce', 'none');
    script.append('globalThis.planted = true');
    document.head.append(script);
  });
  await page.evaluate(async () => {
    await fetch('https://example.com/').catch(() => undefined);
  });
  expect(await page.evaluate(() => 'planted' in globalThis)).toBe(false);
  const found: string[] = [];
  const all = () => {
    found.push(...troubles.take());
    return found.join('\n');
  };
  await expect.poll(all).toMatch(/policy: script-src|TrustedScript|require-trusted-types-for/);
  await expect.poll(all).toMatch(/policy: connect-src https:\/\/example\.com/);
});

test(
  'a whole restore, its job and the panel keep to the policy',
  { tag: proves('a whole restore keeps to the policy') },
  async ({ app, clock, troubles }) => {
    const { shell, wizard, job, simulation } = await app.open('/restore/new');
    await wizard.fillByHand();
    await simulation.open();
    await restoreStarted({ wizard, job }, clock, 'Restore of testVM');
    await clock.pass(600_000);
    await job.expectProgress('Completed');
    await shell.goTo('Backup instances');
    await shell.goTo('Backup jobs');
    expect(troubles.take()).toEqual([]);
  },
);
