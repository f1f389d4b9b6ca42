interface PolicyRules {
  createScriptURL(url: string): string;
}

interface PolicyFactory {
  readonly defaultPolicy: unknown;
  createPolicy(name: string, rules: PolicyRules): unknown;
}

declare global {
  interface Window {
    /** Trusted Types, where the browser has them; TypeScript's own library does not yet. */
    readonly trustedTypes?: PolicyFactory;
  }
}

/**
 * Registers the policy that the demo's CSP allows (`trusted-types default`): a script may be made
 * from one address, that of our service worker, and from no other.
 */
export function admitOnlyScript(path: string): void {
  const factory = window.trustedTypes;
  if (factory === undefined || factory.defaultPolicy !== null) return;
  const allowed = new URL(path, location.origin).href;
  factory.createPolicy('default', {
    createScriptURL: (url) => {
      if (new URL(url, location.href).href === allowed) return url;
      throw new TypeError(`No script may be made from ${url}.`);
    },
  });
}
