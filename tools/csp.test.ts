import { describe, expect, test } from 'vitest';

import { csp, securityHeaders } from './csp.ts';

describe('the policy of a served build', () => {
  test.each(['live', 'demo', 'toy'] as const)('allows nothing unsafe in %s', (mode) => {
    expect(csp(mode)).not.toMatch(/unsafe-|\*(?!\.management\.azure\.com)/);
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

  test('lets nobody show the product in a frame, and itself the page of the sign-in', () => {
    expect(csp('live')).toContain("frame-ancestors 'none'");
    expect(csp('live', true)).toContain("frame-ancestors 'self'");
  });

  test('names the toy shelf in the toy build alone', () => {
    expect(csp('toy')).toContain(' https://toy.example;');
    expect(csp('live') + csp('demo')).not.toContain('toy');
  });

  test('comes with the other headers', () => {
    expect(securityHeaders('live')).toMatchObject({ 'X-Content-Type-Options': 'nosniff' });
  });
});
