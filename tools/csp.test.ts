import { describe, expect, test } from 'vitest';

import { csp, metaCsp, securityHeaders } from './csp.ts';

describe('the policy of a served build', () => {
  test.each(['live', 'demo'] as const)('allows nothing unsafe in %s', (mode) => {
    // Regions of Azure Resource Manager, and storage accounts, whose names no build knows.
    const policy = csp(mode).replace(' https://*.blob.core.windows.net', '');
    expect(policy).not.toMatch(/unsafe-|\*(?!\.management\.azure\.com)/);
    expect(policy).not.toContain('blob.core.windows.net');
    expect(csp(mode)).toContain("default-src 'none'");
    expect(csp(mode)).toContain("require-trusted-types-for 'script'");
  });

  test('has no script policy in live, and one in the demo', () => {
    expect(csp('live')).toMatch(/trusted-types 'none'$/);
    expect(csp('demo')).toMatch(/trusted-types default$/);
  });

  test('lets only live show the sign-in in a frame', () => {
    expect(csp('live')).toContain("frame-src 'self' https://login.microsoftonline.com");
    expect(csp('demo')).toContain("frame-src 'none'");
  });

  test('forbids frames of the product, except its own one of the sign-in', () => {
    expect(csp('live')).toContain("frame-ancestors 'none'");
    expect(csp('live', true)).toContain("frame-ancestors 'self'");
  });

  test('names a CommServe where there is a simulated one, and what the deployment names', () => {
    const simulated = ' https://commserve.contoso.example';
    expect(csp('demo')).toContain(simulated);
    expect(csp('live')).not.toContain('commserve');
    const deployed = 'https://commserve.contoso.com:8443';
    expect(csp('live', false, [deployed])).toBe(
      csp('live').replace('; worker-src', ` ${deployed}; worker-src`),
    );
    expect(securityHeaders('live', true, [deployed])['Content-Security-Policy']).toBe(
      csp('live', true, [deployed]),
    );
  });

  test.each(['live', 'demo'] as const)(
    'is repeated in the page of %s as far as code goes',
    (mode) => {
      const ofHeader = csp(mode).split('; ');
      const ofPage = metaCsp(mode).split('; ');
      expect(ofPage.map((directive) => directive.replace(/ .*/, ''))).toEqual(
        'object-src script-src base-uri require-trusted-types-for trusted-types'.split(' '),
      );
      // The header has no plug-ins by its default.
      expect(ofPage.filter((directive) => !ofHeader.includes(directive))).toEqual([
        "object-src 'none'",
      ]);
    },
  );

  test('is sent with the other headers', () => {
    expect(securityHeaders('live')).toMatchObject({ 'X-Content-Type-Options': 'nosniff' });
  });
});
