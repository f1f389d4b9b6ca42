import * as z from 'zod/mini';
import { fail, ok, type Result } from '#src/lib/result.ts';

const schema = z.object({
  VITE_CLIENT_ID: z.uuid(),
  VITE_TENANT_ID: z.string().check(z.minLength(1)),
});

/** The registration in Microsoft Entra under which people sign in. */
export interface Config {
  readonly clientId: string;
  readonly tenantId: string;
}

/** Reads the build's settings; the names of those that are missing or not of their form otherwise. */
export function readConfig(env: unknown): Result<Config, readonly string[]> {
  const parsed = schema.safeParse(env);
  if (!parsed.success) {
    return fail([...new Set(parsed.error.issues.map(({ path }) => path.join('.')))]);
  }
  return ok({ clientId: parsed.data.VITE_CLIENT_ID, tenantId: parsed.data.VITE_TENANT_ID });
}
